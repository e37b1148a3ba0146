import { allowanceFamilies } from './allowance'
import { knownSiteFamilies } from './known-site'
import { newSiteFamilies } from './new-site'
import type { Family } from './scene'

export const families: readonly Family[] = [...knownSiteFamilies, ...allowanceFamilies, ...newSiteFamilies]
export const developed = families.filter(({ frozen }) => !frozen)
export const frozen = families.filter((family) => family.frozen)
