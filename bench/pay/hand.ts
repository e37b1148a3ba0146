/**
 * How long a hand takes from a button's first sight until it is pressed, in milliseconds: pointing at it and the press itself, as the
 * keystroke-level model has them (Card, Moran, Newell, 1980: 1.1 and 0.2 seconds). It gives another 1.35 for thinking, left out here.
 */
export const handMs = 1_300

/** Pressed as soon as there is something to press, as nobody can. */
export const atOnceMs = 0
