import type { Language } from '../language'

export const promiseAreas: Language['promiseAreas'] = { security: 'Seu dinheiro está seguro', fees: 'Você vê o preço inteiro', fraud: 'Você recebe um aviso', data: 'O que você lê é seu', disputes: 'Quando uma compra dá errado', updates: 'As regras mudam às claras' }

export const promises: Language['promises'] = {
  exact: { text: 'O que você aceita é exatamente o que sai do seu porta-moedas: a mesma soma, para a mesma conta, até o último milionésimo de dólar.', see: 'Os detalhes de cada pagamento' },
  once: { text: 'A mesma coisa nunca é paga duas vezes, nem depois de uma queda, nem em duas abas, nem em dois dispositivos.', see: 'O que é seu' },
  limits: { text: 'Nada passa de um limite. Os limites valem desde o início, e aumentar um exige uma nova prova de que é você.', see: 'Seus limites' },
  asked: { text: 'Nada é pago sem perguntar, a não ser que você tenha permitido para um site, até certo valor e até certo dia. Você encerra isso com um clique.', see: 'O que você permitiu' },
  pages: { text: 'Uma página pode pedir dinheiro. Não pode aceitar por você, abrir sua carteira, ler seu histórico nem mudar uma configuração.', see: 'O que abre a carteira' },
  stolen: { text: 'Quem copia tudo o que este dispositivo guardou não consegue ler nada sem uma das suas formas de abrir.', see: 'Suas formas de abrir' },
  whole: { text: 'Você vê o preço inteiro antes de aceitar, com cada uma das partes, e as partes somam o total.', see: 'As partes de cada preço' },
  none: { text: 'O Farthing não acrescenta nada a um preço e não tira nada dele.', see: 'O que você gastou' },
  unknown: { text: 'O que um vendedor não declara aparece como não declarado, e nunca como zero.', see: 'As partes de cada preço' },
  estimate: { text: 'Um preço na sua própria moeda é uma estimativa. Você pode ver a cotação, de quem ela é e de que dia.', see: 'Sua moeda' },
  before: { text: 'Todo pagamento é examinado antes que o dinheiro se mova, neste dispositivo, e nada sobre ele sai daqui.', see: 'O que é vigiado' },
  why: { text: 'Um aviso diz o que foi visto, em números, e por que importa. A última palavra é sua, menos quando uma conta foi feita para se passar por outra.', see: 'Definir os avisos' },
  listed: { text: 'Um site na lista dos que enganam é chamado assim, com o motivo. Você pode liberá-lo para você.', see: 'Sites na lista' },
  hosts: { text: 'Ninguém fica sabendo o que você lê ou paga, fora o site a que você paga, a rede que escolheu e quem você indicou.', see: 'Quem recebeu o quê' },
  unseen: { text: 'Uma página que não pede dinheiro não percebe que você tem uma carteira.', see: 'Onde o Farthing olha' },
  take: { text: 'Tudo pode ser levado em um arquivo que outros programas conseguem ler.', see: 'Levar com você' },
  forget: { text: 'Um site, um período ou tudo pode ser esquecido. O que é público na rede não pode, e isso é dito.', see: 'Esquecer' },
  proof: { text: 'Onde você pagou e não veio nada, o Farthing guardou o que prova isso, e pede com você o dinheiro de volta.', see: 'Pedir o dinheiro de volta' },
  honest: { text: 'O Farthing não pode desfazer nenhum pagamento, e não finge que pode. O dinheiro só conta como devolvido quando a rede o mostra.', see: 'Como está um pedido' },
  tighter: { text: 'Uma atualização pode, sozinha, vigiar mais de perto, e você recebe um aviso. Todo o resto espera o seu sim.', see: 'O que mudou' },
  yours: { text: 'Nenhuma atualização toca em seus limites, permissões, configurações ou chaves, e nenhuma é um programa.', see: 'O que vale' },
  quiet: { text: 'Ninguém é consultado sobre atualizações antes de você dizer onde procurar.', see: 'Novas regras' },
}
