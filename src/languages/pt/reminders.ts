import type { Language } from '../language'

export const reminders: Language['reminders'] = {
  words: {
    title: 'Suas doze palavras',
    text: 'Elas ainda não foram anotadas. Se este dispositivo se perder, o dinheiro do seu porta-moedas se perde também. Leva dois minutos, em Segurança.',
  },
  rules: {
    title: 'Novidades nas regras do Farthing',
    waiting: 'Uma atualização das regras espera pelo seu sim. Até lá valem as antigas.',
    closer: 'O Farthing vigia mais de perto. O que mudou está em Regras.',
  },
  quieter: 'Não avisar mais fora das páginas quando faltar dinheiro, quando alguém tentar abrir a carteira, nem do que foi confirmado.',
}
