import { useEffect, useState } from 'preact/hooks'
import { chosenLanguage, offered, type Choice, type Tag } from '../../core/words/languages'
import { browserLanguages, chooseLanguage, readLanguage } from '../../platform/language'
import { en as words } from '../words/en'
import { Select, type Option } from './select'

/** As their own readers call them. */
const names: Readonly<Record<Tag, string>> = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', pt: 'Português', ar: 'العربية', ja: '日本語', ko: '한국어' }

/** In which language everything is said: the browser's, or one by the name that its own readers give it. */
export function LanguageChoice({ text }: { readonly text?: string }) {
  const [choice, setChoice] = useState<Choice>('browser')
  useEffect(() => void readLanguage().then(setChoice), [])
  const choose = (next: Choice) => {
    setChoice(next)
    void chooseLanguage(next)
  }
  return <Select label={words.language.label} text={text} value={choice} options={options()} onChoose={choose} />
}

/** With one language there is nothing to choose. */
export const hasLanguages: boolean = (offered as readonly Tag[]).length > 1

const options = (): readonly Option<Choice>[] => [
  { value: 'browser', label: words.language.browser(names[chosenLanguage('browser', browserLanguages()).tag]) },
  ...offered.map((tag) => ({ value: tag, label: names[tag] })),
]
