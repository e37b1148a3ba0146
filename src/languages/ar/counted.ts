import { forms } from '../../core/words/forms'

/** One thing, two, three to ten, eleven to ninety-nine, and hundreds, each as the number asks for it. @param count a number, or one that is written already */
export const counted = (count: number | string, one: string, two: string, few: string, many: string, hundreds: string): string =>
  forms('ar', Number(count), { one, two, few: () => `${count} ${few}`, many: () => `${count} ${many}`, other: () => `${count} ${hundreds}` })

export const paymentsOf = (count: number | string): string => counted(count, 'دفعة واحدة', 'دفعتان', 'دفعات', 'دفعة', 'دفعة')

/** After "for": how long. */
export const daysOf = (count: number | string): string => counted(count, 'يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم')

/** After what was done: how often. */
export const timesOf = (count: number | string): string => counted(count, 'مرة واحدة', 'مرتين', 'مرات', 'مرة', 'مرة')
