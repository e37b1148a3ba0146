/**
 * The mark: a wren on a copper coin, facing left with its tail cocked, as one silhouette that reads at 16 px.
 * Drawn on a 64-unit square. `wren` is filled with the even-odd rule, so that the eye is a hole.
 */
export const mark = {
  viewBox: '0 0 64 64',
  coin: { cx: 32, cy: 32, r: 30 },
  wren: [
    'M9.5 25.5 17.6 20.6C19.4 15.4 24 12.6 29 13.2 34.6 13.9 37 18.4 40.6 22.4L46.4 9.2C47.1 7.6 49.2 7 50.7 8L54 10.2',
    'C55.4 11.1 55.8 12.9 55 14.3L48.6 26.5C50.9 38.4 44 48.2 32.4 48.2 22.4 48.2 16.2 40.4 17.2 29.4Z',
    'M24.6 19.6A2.4 2.4 0 1 0 24.6 24.4 2.4 2.4 0 1 0 24.6 19.6Z',
  ].join(''),
  legs: 'M29 47V55M36 47V55',
} as const
