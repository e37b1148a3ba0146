import { getEmptyResult, parseImpl, type IResult } from 'tldts-core'
import { suffixLookup } from './lookup'

/** What tldts has a constant for (FLAG.ALL) that is not there when the code runs. */
const everything = 5

/** What a host is made of: its registrable domain and public suffix, those that owners of a name have made for others ("github.io") among them. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a constant enum of another package
export const partsOfHost = (host: string): Readonly<IResult> => parseImpl(host, everything, suffixLookup, { allowPrivateDomains: true }, getEmptyResult())
