/**
 * The mark: a wren on a coin, as on the last farthings. Drawn for this project.
 * The bird is one shape with its eye and wing left open (fill-rule evenodd), so that it reads at 16 px.
 */
export const wren = {
  viewBox: '0 0 32 32',
  coin: { cx: 16, cy: 16, r: 15 },
  bird:
    'M3.6 14.6 8 12.3C8.7 9.4 11.2 7.9 13.7 8.6c2.5.7 3.3 3 5.5 4 1.6.7 2.5-.2 3-1.9l1.7-5.5 3.9 1.6-2 7.6' +
    'c-1.3 5-4.6 8.5-9.1 9l.4 2.8h-1.9l-.4-2.7h-.9l-.3 2.7h-1.9l.3-3.1c-3.2-1.2-4.8-4.1-4.4-7.3z' +
    'm7.4-3a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2z' +
    'M13 17.6c3.2 1.5 6.4 1 8.8-1.5-.7 3.2-4.9 4.7-8.8 1.5z',
} as const
