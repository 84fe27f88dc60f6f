/** Whether a part of the page fits (U60) and its targets are large enough (U20): run inside the page, per part. */
import type { Locator } from '@playwright/test';

/** Makes the words of a part 40 % longer, as another language might; each word by itself, so that a sentence breaks where it did. */
export async function lengthenWords(part: Locator): Promise<void> {
  await part.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      if (!node.parentElement?.closest('svg, style, textarea, select, kbd'))
        node.textContent = text.replace(
          /\p{L}{2,}/gu,
          (word) => word + 'n'.repeat(Math.round(word.length * 0.4)),
        );
    }
  });
}

/** What stands out of a part at the right, and words wider than their box that are not shortened on purpose. */
export function overflowing(part: Locator): Promise<string[]> {
  return part.evaluate((root) => {
    const right = Math.min(root.getBoundingClientRect().right, innerWidth);
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    /** Scrolls sideways by itself, or shortens its words. */
    const mayBeWider = (element: Element): boolean => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      return overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis';
    };
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    const look = (element: Element, isInside: boolean): void => {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath !== 'none') return;
      // What hangs on the window has the window for its bounds.
      if (style.position === 'fixed' && element !== root && box.right <= innerWidth + 1) return;
      if (
        !isInside &&
        !element.parentElement?.closest('button[title]') &&
        box.width > 1 &&
        box.right > right + 1
      )
        found.push(`${name(element)} stands out by ${Math.round(box.right - right)} px`);
      if (element instanceof SVGElement || element instanceof HTMLTextAreaElement) return;
      const words = document.createRange();
      const cut = [...element.childNodes].map((node) => {
        if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') return 0;
        words.selectNodeContents(node);
        return words.getBoundingClientRect().right - box.right;
      });
      // What gives up its words where there is no room says them in a tip.
      if (
        Math.max(0, ...cut) > 1 &&
        style.display !== 'inline' &&
        !mayBeWider(element) &&
        !element.closest('[title]')
      )
        found.push(`${name(element)} is cut by ${Math.round(Math.max(...cut))} px`);
      for (const child of element.children)
        look(child, isInside || (element !== root && mayBeWider(element)));
    };
    look(root, false);
    return found;
  });
}

/**
 * What can be pressed in a part and is smaller than so many px (for a field within its label the label counts). A mark
 * of a chart is as large as what it shows.
 */
export function smallTargets(part: Locator, least: 24 | 44): Promise<string[]> {
  return part.evaluate((root, px) => {
    const targets = root.querySelectorAll<HTMLElement>(
      ':is(button, select, input, textarea, a[href], summary, [role="option"], [role="menuitem"]):not([type="hidden"], [type="file"], [data-mark])',
    );
    return [...targets].flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true })) return [];
      const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
      const isUnseen = target.getBoundingClientRect().width <= 1 && !target.closest('label');
      // What is pressed in the middle of a sentence is as high as its line.
      const isInSentence = getComputedStyle(target).display === 'inline';
      if (isUnseen || isInSentence || (width >= px - 0.5 && height >= px - 0.5)) return [];
      return [`${target.outerHTML.slice(0, 140)} ${Math.round(width)}x${Math.round(height)}`];
    });
  }, least);
}
