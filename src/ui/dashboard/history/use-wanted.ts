import { useEffect } from 'preact/hooks'
import { send } from '../../../messaging/client'
import { hrefOf, replaceHash } from '../route'
import { everything, writeLook } from './look'

/** The address says that a menu of the browser has asked for something; what it was, the worker tells this page alone, once. */
export const isWanted = (query: string): boolean => new URLSearchParams(query).has('wanted')

/** Turns such an address into a search. True until that is done. */
export function useWanted(query: string): boolean {
  const wanted = isWanted(query)
  useEffect(() => {
    if (!wanted) return
    void send('history.wanted', {}).then((reply) => replaceHash(hrefOf('history', null, writeLook({ ...everything, text: reply.ok ? reply.value.text : '' }))))
  }, [wanted])
  return wanted
}
