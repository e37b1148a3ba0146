import type { Language } from '../language'

export const privacyText: Language['privacyText'] = {
  title: 'O que é guardado, e quem fica sabendo',
  lines: [
    'O Farthing não tem servidores, não conta nada e não relata nada. O que ele sabe está neste dispositivo, lacrado de modo que só a sua carteira aberta pode ler; só as configurações não estão lacradas.',
    '## O que é guardado aqui',
    'Seus pagamentos e o que os prova, cópias do que você comprou, suas anotações, limites e permissões, o que é habitual nos sites a que você paga, e o que aconteceu na porta.',
    'Páginas em que nada é pago não são anotadas.',
    'Em Privacidade você vê quanto há disso, escolhe por quanto tempo fica, leva com você, e esquece um site, um período ou tudo.',
    '## Quem fica sabendo',
    'O site a que você paga: o pagamento, com a conta do seu porta-moedas, e que você tem o Farthing. O Farthing também pergunta a ele o que diz sobre reembolsos. Quem vende uma parte da página, ou leva o pagamento até a rede por ele, fica sabendo do mesmo pagamento.',
    'Todos: de qual conta para qual, quanto e quando. A rede é pública e não esquece nada. Nem o seu nome nem a página estão lá.',
    'A conexão com a rede que você escolheu: quais contas e pagamentos são consultados, e o endereço deste dispositivo na internet.',
    'Se você pede seu dinheiro de volta: o vendedor, aquilo que você leu antes do envio.',
    'Só onde você os escolheu: um serviço de pagamento para gorjetas, um site que pode saber que você voltou, e um endereço para novas regras.',
    'Quem faz o Farthing: nada.',
    '## Seus direitos',
    'Você não precisa pedir a ninguém para ver, corrigir ou esquecer o que está guardado aqui. O que é público na rede, e o que os vendedores anotaram, não pode ser retirado daqui.',
    '## Quando isto muda',
    'Outra redação só vale para você depois que a aceitar em Regras; até lá vale esta.',
  ],
}
