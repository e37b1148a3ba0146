import { findNetwork } from '../../core/networks/networks'
import type { HistoryView } from '../../messaging/views'
import type { HistoryAnswer } from '../../store/history/history-book'
import { historyRow, moneyOn } from '../payment/payment-view'

/** What was found in the history, to be shown. */
export function historyView({ entries, count, sums, hosts, tags, reading }: HistoryAnswer): HistoryView {
  return {
    rows: entries.map(historyRow),
    count,
    sums: sums.map(({ network, amount }) => ({ ...moneyOn(network, amount), network, networkLabel: findNetwork(network)?.label ?? network })),
    hosts: hosts.map(({ name, count }) => ({ host: name, count })),
    tags: tags.map(({ name, count }) => ({ tag: name, count })),
    reading,
  }
}
