import encodeQR from 'qr'
import { useMemo } from 'preact/hooks'
import { en as words } from '../words/en'

/** Light modules around a code, as ISO/IEC 18004 asks. */
const quietZone = 4

/** A code for a phone's camera, dark on white in every colour scheme because many cameras need that. */
export function Qr({ text, label = words.qr(text) }: { readonly text: string; readonly label?: string }) {
  const { size, path } = useMemo(() => drawQr(text), [text])
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="qr-paper" width={size} height={size} />
      <path class="qr-ink" d={path} />
    </svg>
  )
}

/** Each run of dark modules as one rectangle. */
export function drawQr(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone })
  const runs = rows.flatMap((row, y) => {
    const line = row.map((dark) => (dark ? '1' : '0')).join('')
    return Array.from(line.matchAll(/1+/g), (run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`)
  })
  return { size: rows.length, path: runs.join('') }
}
