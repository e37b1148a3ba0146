import type * as v from 'valibot'

/** One message: who may send it, what it carries, and what comes back. */
export interface Row<From extends 'page' | 'own', Input extends v.GenericSchema, Output> {
  readonly from: From
  readonly input: Input
  /** Never present: carries the output type. */
  readonly output?: Output
}

export const row =
  <Output>() =>
  <From extends 'page' | 'own', Input extends v.GenericSchema>(from: From, input: Input): Row<From, Input, Output> => ({ from, input })
