/**
 * Draws scene items as SVG elements, the way every export draws them: finished lines of text at their baseline,
 * paths from commands, colour roles as CSS variables (`var(--ink)`), so that a change of theme redraws nothing.
 * Memoised by the identity of the items: an unchanged group is never drawn again.
 */
import { memo, useSyncExternalStore, type ReactElement, type SVGProps } from 'react';
import type { ImageItem, PathCommand, SceneItem, Stroke } from '../layout/scene.ts';
import { storedHash } from '../layout/storedImages.ts';
import { useMapSession } from '../state/mapSession.ts';
import type { Paint } from '../theme/colours.ts';
import { chineseText, emojiFamilies, fontFamilies } from '../theme/fonts.ts';

export const SceneItems = memo(function SceneItems({ items }: { items: readonly SceneItem[] }) {
  return <>{items.map(drawItem)}</>;
});

/** A colour of the scene as CSS. */
export function cssPaint(paint: Paint): string {
  return paint.startsWith('#') ? paint : `var(--${paint})`;
}

/** Path commands as the value of `d`. */
export function pathData(commands: readonly PathCommand[]): string {
  return commands.map(([letter, ...numbers]) => letter + numbers.map(short).join(' ')).join('');
}

function drawItem(item: SceneItem, index: number): ReactElement {
  switch (item.kind) {
    case 'rect':
      return (
        <rect
          key={index}
          x={short(item.x)}
          y={short(item.y)}
          width={short(item.width)}
          height={short(item.height)}
          {...(item.radius === undefined ? {} : { rx: item.radius })}
          {...paintOf(item.fill, item.stroke)}
        />
      );
    case 'circle':
      return (
        <circle
          key={index}
          cx={short(item.cx)}
          cy={short(item.cy)}
          r={short(item.r)}
          {...paintOf(item.fill, item.stroke)}
        />
      );
    case 'path':
      return <path key={index} d={pathData(item.commands)} {...paintOf(item.fill, item.stroke)} />;
    case 'text':
      return (
        <text
          key={index}
          x={short(item.x)}
          y={short(item.y)}
          fontFamily={fontFamilies[item.font.face][item.font.script]}
          fontSize={item.font.size}
          fontWeight={item.font.weight}
          fill={cssPaint(item.fill)}
          {...(item.turned && { transform: `rotate(90 ${item.x} ${item.y})` })}
          {...(item.font.script === 'cjk' && { lang: chineseText })}
          {...(item.font.spacing === 0 ? {} : { letterSpacing: item.font.spacing })}
        >
          {item.text}
        </text>
      );
    case 'emoji':
      return (
        <text key={index} x={short(item.x)} y={short(item.y)} fontSize={item.size} fontFamily={emojiFamilies}>
          {item.cluster}
        </text>
      );
    case 'image':
      if (storedHash(item.href) !== null) return <StoredImage key={index} item={item} />;
      return (
        <image
          key={index}
          x={item.x}
          y={item.y}
          width={item.width}
          height={item.height}
          href={item.href}
          preserveAspectRatio="xMidYMid slice"
        />
      );
    case 'clip':
      // A nested svg clips by itself, without an id that would have to be unique on the page.
      return (
        <svg
          key={index}
          x={item.box.x}
          y={item.box.y}
          width={item.box.width}
          height={item.box.height}
          viewBox={`${item.box.x} ${item.box.y} ${item.box.width} ${item.box.height}`}
          overflow="hidden"
        >
          {item.items.map(drawItem)}
        </svg>
      );
  }
}

/** An image the server keeps, or what stands in its place until its bytes are here. */
function StoredImage({ item }: { readonly item: ImageItem }) {
  const { images } = useMapSession();
  const hash = storedHash(item.href) ?? '';
  const url = useSyncExternalStore(images.subscribe, () => images.urlOf(hash));
  if (url !== null) return drawItem({ ...item, href: url }, 0);
  return <>{item.missing?.map(drawItem)}</>;
}

type PaintProps = Pick<
  SVGProps<SVGElement>,
  'fill' | 'stroke' | 'strokeWidth' | 'strokeDasharray' | 'strokeLinecap' | 'strokeLinejoin'
>;

function paintOf(fill: Paint | undefined, stroke: Stroke | undefined): PaintProps {
  return {
    fill: fill ? cssPaint(fill) : 'none',
    ...(stroke && {
      stroke: cssPaint(stroke.colour),
      strokeWidth: stroke.width,
      ...(stroke.dash && stroke.dash.length > 0 && { strokeDasharray: stroke.dash.join(' ') }),
      ...(stroke.cap && { strokeLinecap: stroke.cap }),
      ...(stroke.join && { strokeLinejoin: stroke.join }),
    }),
  };
}

/** Three decimals are a thousandth of a pixel; more only makes the page heavier. */
function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}
