import { forms } from '../../core/words/forms'

/** One thing, two, three to ten, eleven to ninety-nine, and hundreds, each as the number asks for it. */
export const counted = (count: number, one: string, two: string, few: string, many: string, hundreds: string): string =>
  forms('ar', count, { one, two, few: (n) => `${n} ${few}`, many: (n) => `${n} ${many}`, other: (n) => `${n} ${hundreds}` })

export const paymentsOf = (count: number): string => counted(count, 'دفعة واحدة', 'دفعتان', 'دفعات', 'دفعة', 'دفعة')
