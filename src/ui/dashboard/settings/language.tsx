import { LanguageChoice } from '../../shared/language-choice'
import { en } from '../../words/en'
import { words } from '../words'
import { Group } from './controls'

/** Takes effect at once, in every page that is open: what says so is the page itself. */
export function LanguageGroup() {
  return (
    <Group title={en.language.label}>
      <LanguageChoice text={words.settings.languageText} />
    </Group>
  )
}
