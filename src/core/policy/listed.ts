import { decodeBase64 } from '../protocols/base64'
import { isBlockList, isListed } from '../risk/block-list'
import { listedReasons, type Feeds, type ListedReason } from './documents'

/** Why a site is listed, or null where it is not. What is no list names nobody. @param site registrable domain (core/protocols/site) */
export function listedAs({ listed }: Pick<Feeds, 'listed'>, site: string): ListedReason | null {
  return listedReasons.find((reason) => names(listed[reason], site)) ?? null
}

function names(list: string, site: string): boolean {
  const bytes = decodeBase64(list)
  return bytes !== null && isBlockList(bytes) && isListed(bytes, site)
}
