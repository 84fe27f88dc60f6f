/**
 * The font families by face and script, for CSS, SVG and the painter. Latin text takes Source, whose quotes and dashes
 * have Latin widths; Chinese text takes Noto, whose punctuation is full-width. Each stands in for letters the other
 * lacks, as the tables of advances assume. The names after them are what a machine without our fonts is likely to have.
 */
export const fontFamilies = {
  sans: {
    latin: "'Source Sans 3', 'Noto Sans SC', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    cjk: "'Noto Sans SC', 'Source Sans 3', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  },
  serif: {
    latin: "'Source Serif 4', 'Noto Serif SC', Georgia, 'Times New Roman', serif",
    cjk: "'Noto Serif SC', 'Source Serif 4', 'Noto Serif CJK SC', 'Songti SC', SimSun, serif",
  },
} as const;

/** Emoji keep to the reader's own pictures. */
export const emojiFamilies = "'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif";

/**
 * What makes a browser's widths the sums of advances that text is measured by. For a `style` attribute or a CSS rule
 * on whatever shows the scene's text.
 */
export const measuredTextStyle = 'font-kerning:none;font-variant-ligatures:none;text-spacing-trim:space-all';

/**
 * The language that text in the Chinese faces is marked with, whatever language surrounds it: Noto draws dashes and
 * quotes for it as they were measured.
 */
export const chineseText = 'zh-Hans';
