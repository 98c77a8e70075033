/** A rate with what it is made of. `value` is numerator ÷ denominator (1 = 100%), null where nothing is counted. */
export type Rate = { numerator: number; denominator: number; value: number | null }
