import { locale } from '../../platform/locale'

/** Bytes in a megabyte, as disks are sold and files are listed. */
const megabyte = 1_000_000
const kilobyte = 1_000

/** How much that is, as this reader writes it: "3.2 MB", "250 MB", "140 kB". @param bytes a whole number */
export function writeSize(bytes: number): string {
  if (bytes < megabyte) return write(Math.ceil(bytes / kilobyte), 'kilobyte', 0)
  return write(bytes / megabyte, 'megabyte', bytes < 100 * megabyte ? 1 : 0)
}

function write(amount: number, unit: 'kilobyte' | 'megabyte', digits: number): string {
    return new Intl.NumberFormat(locale(), { style: 'unit', unit, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount)
}
