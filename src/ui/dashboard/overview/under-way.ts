import type { PaymentRow } from '../../../messaging/views'

const ended: readonly PaymentRow['state'][] = ['delivered', 'undelivered', 'void']

/** True while it is still being found out whether money moves, or while the page is on its way. */
export const isUnderWay = ({ state }: Pick<PaymentRow, 'state'>): boolean => !ended.includes(state)
