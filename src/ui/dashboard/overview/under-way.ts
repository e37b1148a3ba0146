import type { PaymentRow } from '../../../messaging/views'

const ended: readonly PaymentRow['state'][] = ['delivered', 'void']

/** True while it is still being found out whether money moves, and while something that was paid for has not arrived. */
export const isUnderWay = ({ state }: Pick<PaymentRow, 'state'>): boolean => !ended.includes(state)
