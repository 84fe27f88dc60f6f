/**
 * Has the engine keep whole numbers where they stand. V8 gives a field in which it once saw a fraction a number of its own
 * in every object of that form: twelve bytes also where it is whole, as most of a layout's are, and a copy where one object
 * takes it from another. A field in which it once saw something else holds a whole number itself and shares a fraction. So
 * each form of which a layout has thousands is made once with nothing in it: a megabyte less for a map of 3,000.
 *
 * A form is the names in the order they are written in; one that is told wrongly costs memory, nothing else.
 */
const forms = [
  // Point, Box and CardBox.
  'x y',
  'x y width height',
  'id kind stageId laneId drawnRow address x y width height',
  // A card in its column and lane, what it tells, and what a curve is drawn through.
  'touchpoint column lane centre',
  'touchpoint column x y row',
  'kind words channel moments emotion importance performance spread',
  'touchpoint stageIndex x curveX emotion point',
  'x y touchpointIds firstStage lastStage',
  // Lines of text, as they were broken and as they are drawn.
  'text width',
  'text x width stretched',
  'kind x y text width font fill',
];

/** Held, as the engine forgets forms that nothing has. */
let made: readonly unknown[] | null = null;

export function keepWholeNumbers(): void {
  made ??= forms.map((names) => JSON.parse(`{"${names.replaceAll(' ', '":null,"')}":null}`) as unknown);
}
