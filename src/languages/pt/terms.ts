import type { Language } from '../language'

export const terms: Language['terms'] = {
  title: 'Termos de uso',
  lines: [
    'O Farthing é um programa no seu dispositivo. Não custa nada, qualquer pessoa pode ler como é feito e alterá-lo (Apache License 2.0), e nenhuma empresa fica entre você e quem você paga.',
    '## O que ele faz',
    'Mostra a você o que uma página pede, e paga quando você aceita, ou onde você permitiu antes.',
    'Um pagamento vai direto do seu porta-moedas para a conta que você viu. O Farthing não fica com nenhum dinheiro seu, e não pode parar, alterar nem devolver o que a rede recebeu.',
    '## O que cabe a você cuidar',
    'As doze palavras e as formas de abrir são só suas. Quem perde todas elas perde o dinheiro, e ninguém pode trazê-lo de volta.',
    'Não guarde no porta-moedas mais do que levaria no bolso. Os dólares nele são USDC, emitidos por uma empresa chamada Circle; eles podem perder o valor.',
    'O que você compra, e o que deve por isso onde mora, impostos incluídos, cabe a você julgar.',
    '## Entre você e o vendedor',
    'O que você compra, compra do site que vende, e nas condições dele. O Farthing guarda o que prova a compra e ajuda você a pedir o dinheiro de volta. Se ele volta, depende do vendedor.',
    '## O que não é prometido',
    'O Farthing é oferecido como está. É novo, e ninguém de fora o examinou. Quem o faz não promete que ele não tem falhas nem que toda fraude é encontrada e, até onde a lei permite, não responde pelo que se perder. Os direitos que a lei dá a você continuam seus.',
    '## Quando estes termos mudam',
    'Outros termos só valem para você depois que os aceitar em Regras; até lá valem estes. Você pode sair quando quiser: outras carteiras abrem o mesmo dinheiro com suas doze palavras.',
  ],
}
