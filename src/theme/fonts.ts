/**
 * The font families by face and script, for CSS, SVG and the painter. Latin text takes Source, whose quotes and dashes
 * have Latin widths; Chinese text takes Noto, whose punctuation is full-width. The names after them are what a machine
 * without our fonts is likely to have.
 */
export const fontFamilies = {
  sans: {
    latin: "'Source Sans 3', 'Noto Sans SC', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    cjk: "'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  },
  serif: {
    latin: "'Source Serif 4', 'Noto Serif SC', Georgia, 'Times New Roman', serif",
    cjk: "'Noto Serif SC', 'Noto Serif CJK SC', 'Songti SC', SimSun, serif",
  },
} as const;
