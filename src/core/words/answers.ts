import { speakable } from './speakable'

/** What every message can be answered with. */
export const answers = speakable('answers', {
  forbidden: 'This page may not ask that.',
  malformed: 'That request could not be read.',
  failed: 'Something went wrong inside Farthing. Nothing new was paid.',
})
