/** Scene items as SVG, for the small signs that panels share with the map (faces, pins, markers, glyphs). */
import type { PathCommand, SceneItem, Stroke } from '../layout/scene.ts';
import type { Paint } from '../theme/colours.ts';

export function SceneSvg({ items }: { readonly items: readonly SceneItem[] }) {
  return items.map((item, index) => {
    switch (item.kind) {
      case 'path':
        return <path key={index} d={pathData(item.commands)} {...look(item.fill, item.stroke)} />;
      case 'circle':
        return <circle key={index} cx={item.cx} cy={item.cy} r={item.r} {...look(item.fill, item.stroke)} />;
      case 'rect':
        return (
          <rect
            key={index}
            x={item.x}
            y={item.y}
            width={item.width}
            height={item.height}
            rx={item.radius}
            {...look(item.fill, item.stroke)}
          />
        );
      case 'text':
        return (
          <text
            key={index}
            x={item.x}
            y={item.y}
            fontSize={item.font.size}
            fontWeight={item.font.weight}
            fill={paint(item.fill)}
          >
            {item.text}
          </text>
        );
      case 'clip': {
        const { x, y, width, height } = item.box;
        return (
          <svg
            key={index}
            x={x}
            y={y}
            width={width}
            height={height}
            viewBox={`${x} ${y} ${width} ${height}`}
            overflow="hidden"
          >
            <SceneSvg items={item.items} />
          </svg>
        );
      }
      default:
        // Signs hold no pictures.
        return null;
    }
  });
}

/** Path commands as the value of `d`. */
export function pathData(commands: readonly PathCommand[]): string {
  return commands
    .map(([letter, ...numbers]) => letter + numbers.map((value) => Math.round(value * 100) / 100).join(' '))
    .join('');
}

function paint(colour: Paint): string {
  return colour.startsWith('#') ? colour : `var(--${colour})`;
}

function look(fill: Paint | undefined, stroke: Stroke | undefined) {
  return {
    fill: fill ? paint(fill) : 'none',
    ...(stroke && {
      stroke: paint(stroke.colour),
      strokeWidth: stroke.width,
      strokeDasharray: stroke.dash?.join(' '),
      strokeLinecap: stroke.cap,
      strokeLinejoin: stroke.join,
    }),
  };
}
