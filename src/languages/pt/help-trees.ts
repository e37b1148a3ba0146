import type { Language } from '../language'

export const helpTrees: Language['helpTrees'] = {
  'paid-but-locked': {
    title: 'Paguei, e continua fechado',
    also: 'paguei pago comprei não abre não abriu nao abriu não consigo ler não carrega não veio nada não chegou não recebi página em branco tela branca vazia vazio erro travou bug quebrado quebrada bloqueado trancado não liberou acesso matéria artigo texto não entregue sumiu',
    steps: {
      start: ['O que diz o seu histórico sobre este pagamento?', 'Pago, não entregue', 'Pago', 'Esperando, ou verificando', 'Não cobrado', 'Não está lá'],
      retry: ['Abrir de novo não custa nada. O Farthing mostra ao vendedor o pagamento que você fez, e nunca faz um segundo pela mesma coisa.', 'Escolha o pagamento e depois “Tentar de novo, grátis”. Se não vier nada, “Algo deu errado”, na mesma página, pede o dinheiro de volta.'],
      paid: ['Abra a página mais uma vez. O que você vê?', 'O preço de novo', 'Uma página vazia ou quebrada', 'Agora está tudo lá'],
      priceAgain: ['Não pague de novo. No mesmo endereço, o botão do Farthing oferece “Abrir de novo, grátis”. Em outro endereço, ou em outro navegador, o site não sabe o que você comprou.', 'O link na página do pagamento leva ao endereço certo.'],
      broken: ['Escolha o pagamento e depois “Algo deu errado”. Primeiro se tenta o que ajuda na hora, e depois se pede o dinheiro ao vendedor.'],
      fine: ['Que bom. É seu para sempre, e abre de novo sem pagar.', 'O que você comprou'],
      checking: ['O Farthing está descobrindo o que aconteceu com o dinheiro, e enquanto isso não paga nada.', 'Um pagamento está parado'],
      notCharged: ['Nada foi cobrado. Você pode abrir a página e pagar como se fosse a primeira vez.'],
      absent: ['O que não está no seu histórico não foi pago por esta carteira. Talvez tenha sido outro navegador, outra carteira, ou um cartão.', 'Se o seu porta-moedas tem menos do que deveria, isso é outra questão:', 'Falta dinheiro'],
    },
  },
  'charged-twice': {
    title: 'Cobraram duas vezes',
    also: 'duas vezes 2 vezes 2x dobro dobrado dupla duplicado duplicada cobrança dupla em dobro repetido repetida de novo outra vez mesmo artigo paguei duas segundo pagamento',
    steps: {
      start: ['Quantas linhas há dele no seu histórico?', 'Uma', 'Duas, e uma diz “Não cobrado”', 'Duas, e as duas estão pagas'],
      one: ['Então foi pago uma vez. Um banco ou uma corretora pode mostrar ao lado o dinheiro que você pôs: isso não é um segundo preço.', 'Se o seu porta-moedas tem menos do que o seu histórico explica:', 'Falta dinheiro'],
      void: ['Então foi pago uma vez. O que está como “Não cobrado” não deu em nada, e ninguém pode cobrar isso depois.'],
      two: ['As duas levam exatamente ao mesmo endereço?', 'Sim, ao mesmo', 'Não, são diferentes'],
      same: ['O Farthing nunca paga por conta própria duas vezes pelo mesmo endereço, então vale olhar isto de perto. Escolha o pagamento mais recente e depois “Algo deu errado”, “Cobraram duas vezes”. Os dois são encontrados, e se pede ao vendedor que devolva um deles.'],
      differ: ['Para uma carteira, dois endereços são duas coisas, mesmo quando mostram o mesmo artigo. Ainda assim o vendedor pode devolver um deles: escolha o pagamento mais recente e depois “Algo deu errado”, “Cobraram duas vezes”.'],
    },
  },
  'wrong-price': {
    title: 'Paguei mais do que foi dito',
    also: 'preço errado valor errado caro muito caro cobraram a mais cobrou demais preço diferente taxa taxas extra custo mais alto tarifa IOF câmbio cotação dólar reais euros',
    steps: {
      start: ['Onde você viu o outro preço?', 'No Farthing, antes de aceitar', 'Na página', 'Na minha própria moeda'],
      agreed: ['O que você aceita é exatamente o que é pago, até o último dígito; a página do pagamento mostra os dois. Se ali forem diferentes, escolha “Algo deu errado”, “Paguei mais do que foi dito”.'],
      page: ['Páginas podem dizer o que quiserem; o Farthing mostra o preço que seria pago. Se o vendedor confirmou um preço mais baixo, a confirmação está guardada com o pagamento. Escolha “Algo deu errado”, “Paguei mais do que foi dito”.'],
      currency: ['Você paga em dólares digitais. Preços em outras moedas são estimativas, e mudam com a cotação. Ao lado de cada um está a cotação usada.', 'Moeda, nas configurações'],
    },
  },
  'unknown-payment': {
    title: 'Um pagamento que não conheço',
    also: 'desconhecido estranho não fui eu não reconheço nao fiz não fiz não comprei outra pessoa fraude golpe hackeado hackearam invadido invadiram clonado clonaram roubo não autorizado suspeito',
    steps: {
      start: ['A página dele diz “Pago sem perguntar”?', 'Sim', 'Não'],
      allowed: ['Você permitiu preços pequenos nesse site. Pode encerrar isso com um clique.', 'O que é pago sem perguntar'],
      asked: ['Outra pessoa pode ter usado este dispositivo?', 'Sim, pode ser', 'Não, com certeza não'],
      other: ['Primeiro proteja a carteira: veja quem a abriu e quando, remova as formas de abrir que outros possam conhecer, e adicione novas. Se alguém viu suas doze palavras, envie seu dinheiro para uma nova carteira.', 'Depois marque o pagamento como fraude na página dele, e peça o dinheiro em “Algo deu errado”, “Não fiz este pagamento”.'],
      alone: ['A página do pagamento diz que site foi, quando, e o que aconteceu passo a passo; gorjetas e partes de uma página também têm uma linha própria. Se ainda assim você não o reconhece, escolha “Algo deu errado”, “Não fiz este pagamento”.'],
    },
  },
  hanging: {
    title: 'Um pagamento está parado',
    also: 'pendente parado travado preso demora demorando lento esperando verificando preparando processando em andamento não termina não conclui carregando rodando aguardando',
    steps: {
      start: ['O que ele diz?', 'Em preparo', 'Esperando a página', 'Verificando, ou “Recusado, verificando”', 'Pago, abrindo'],
      preparing: ['Nada foi pago. Se você fechar tudo agora, em poucos minutos ele não dá em nada.'],
      waiting: ['O vendedor está com o pagamento na mão e não respondeu. Depois de alguns minutos a carteira pergunta à rede de pagamento o que aconteceu com ele. Enquanto isso nada mais é pago, e você pode fechar a janela.'],
      checking: ['O Farthing está perguntando à rede de pagamento se o dinheiro foi movimentado. Até saber, o valor fica em reserva no seu porta-moedas. Em cinco minutos, no máximo, o vendedor não pode mais cobrá-lo: aí aparece “Pago” ou “Não cobrado”.', 'Se ficar assim por mais tempo, o problema pode estar na sua conexão com a rede.', 'Conexão com a rede, nas configurações'],
      opening: ['Está pago, e a página está a caminho. Se ela não vier, “Tentar de novo, grátis” aparece ao lado.'],
    },
  },
  'refund-missing': {
    title: 'O reembolso não chegou',
    also: 'reembolso estorno devolução devolveu devolveram dinheiro de volta não voltou não caiu não recebi cadê atrasado vendedor diz que devolveu ressarcimento',
    steps: {
      start: ['O que disse o vendedor?', 'Que já devolveu', 'Que vai devolver', 'Nada ainda'],
      said: ['Abra o pedido: ao lado do que diz o vendedor está o que mostra o seu porta-moedas. “Perguntar de novo agora” consulta mais uma vez. Se chegou um pagamento que pode ser ele, a pergunta aparece ali.', 'Dinheiro devolvido em outra rede ou para outra conta não chega a este porta-moedas.'],
      will: ['O pedido tem um prazo. O Farthing consulta sozinho, e avisa quando o dinheiro chegou, ou quando o prazo passou sem ele.'],
      nothing: ['O vendedor tem uma semana para responder, e é lembrado uma vez.', 'O vendedor não responde'],
    },
  },
  'no-answer': {
    title: 'O vendedor não responde',
    also: 'sem resposta silêncio não responde não respondeu ignora ignorou ignorando contato falar com vendedor escrever mensagem sumiu vácuo',
    steps: {
      start: ['Como você pediu?', 'Pelo Farthing, que enviou', 'Com uma carta', 'Ainda não pedi'],
      sent: ['Depois de sete dias o Farthing lembra o vendedor, uma vez. Depois de catorze, isso conta como silêncio. Aí ninguém pode pegar o dinheiro de volta, mas você pode recorrer a alguém de fora, salvar tudo em um arquivo para mostrar, e nunca mais pagar ali sem uma pergunta.'],
      letter: ['Anote no pedido que você enviou a carta, para que os dias sejam contados. Quando passarem, o pedido indica a quem mais se pode recorrer onde você mora.'],
      notYet: ['Escolha o pagamento e depois “Algo deu errado”. O Farthing descobre onde o vendedor recebe pedidos, ou escreve uma carta.'],
    },
  },
  'change-of-mind': {
    title: 'Não vale o que custou, ou mudei de ideia',
    also: 'arrependi arrependimento desistir desisti devolver cancelar cancelamento não gostei ruim péssimo curto propaganda enganosa isca clickbait artigo errado prometido diferente direito de arrependimento',
    steps: {
      start: ['De que se trata?', 'Não é o que foi prometido', 'Mudei de ideia', 'O pagamento ainda não foi feito'],
      promised: ['Escolha o pagamento e depois “Algo deu errado”, “Não é o que foi prometido”. Diga em uma frase o que faltou: o vendedor decide.'],
      mind: ['Para algo lido na hora, a lei em geral não dá caminho de volta. Pedir não custa nada: escolha o pagamento e depois “Algo deu errado”, “Mudei de ideia”.'],
      before: ['“Agora não” basta. Nada é pago antes de você aceitar.'],
    },
  },
  'money-missing': {
    title: 'Falta dinheiro, e não há pagamento',
    also: 'sumiu dinheiro sumiu roubado roubaram furto ladrão saldo menor baixo diminuiu desapareceu hackeado invadido esvaziado zerado vazio perdi dinheiro faltando',
    steps: {
      start: ['A visão geral diz que há algo em reserva?', 'Sim', 'Não'],
      aside: ['Isso está em reserva para pagamentos em andamento. É cobrado, ou volta sozinho em poucos minutos.', 'Visão geral', 'Um pagamento está parado'],
      notAside: ['Você usa as mesmas doze palavras em outra carteira ou em outro dispositivo?', 'Sim', 'Não'],
      elsewhere: ['O que é pago lá também sai deste porta-moedas, e não está neste histórico. Olhe lá primeiro.', 'Seus porta-moedas'],
      stolen: ['Então alguém pode conhecer suas doze palavras. Quem as tem, tem o dinheiro, seja qual for a senha que você escolher.', 'Crie uma nova carteira em outro navegador, anote as novas palavras dela, e envie para lá o que sobrou. Ninguém pode trazer de volta o que se foi; registre o caso na polícia, com uma lista salva dos seus pagamentos.', 'Salvar seus pagamentos em um arquivo'],
    },
  },
  'cannot-unlock': {
    title: 'Não consigo abrir minha carteira',
    also: 'destrancar desbloquear trancada bloqueada não entra entrar login logar acessar senha errada senha incorreta não aceita a senha palavra-passe chave de acesso passkey pin não funciona negado tentativas esperar código digital biometria',
    steps: {
      start: ['O que acontece?', 'A senha não é aceita', 'A chave de acesso não responde', 'Tenho que esperar', 'O PIN sumiu', 'Diz que não é mais possível ler a carteira'],
      password: ['Confira o Caps Lock e o idioma do teclado; “Mostrar” deixa você ler o que digita. Tentativas erradas não tiram nada, só fazem você esperar.', 'Esqueci minha senha'],
      passkey: ['Ela vive no dispositivo, no celular ou na chave em que você a criou: tenha-o à mão, com o Bluetooth ligado se for um celular. Abra em uma aba, onde a pergunta do navegador tem espaço. Qualquer outra forma de abrir que você tenha adicionado também funciona.', 'Outra forma de abrir'],
      wait: ['Depois de várias tentativas erradas, cada nova demora mais, no máximo uma hora. Esperar não faz perder nada, e ninguém pode encurtar a espera.'],
      pin: ['Um PIN dura até o navegador ser fechado, ou até cinco tentativas erradas. Use sua senha ou chave de acesso; depois você pode definir um novo.'],
      damaged: ['Seu dinheiro não fica neste dispositivo: as doze palavras o trazem de volta. Na porta há “Recuperar com as doze palavras”. Um arquivo de backup traz também o histórico.', 'Recuperar uma carteira'],
    },
  },
  'forgot-password': {
    title: 'Esqueci minha senha',
    also: 'esqueci esquecida esquecer perdi a senha perdida não lembro nao lembro lembrar redefinir resetar recuperar senha trocar senha mudar palavra-passe',
    steps: {
      start: ['O que mais você tem?', 'Uma chave de acesso ou um código de recuperação', 'As doze palavras', 'Um arquivo de backup e a frase-senha dele', 'A carteira está aberta agora', 'Nada disso'],
      other: ['Na porta, clique em “Usar uma chave de acesso” ou “Usar um código de recuperação”. Depois adicione uma nova senha em Segurança, e remova a antiga.'],
      words: ['Elas abrem de novo o mesmo porta-moedas: em outro navegador, ou aqui, depois de remover o Farthing e instalá-lo outra vez. Removê-lo leva junto o histórico guardado neste dispositivo, então tente antes todo o resto.', 'Digite as palavras na primeira página do próprio Farthing e em nenhum outro lugar.', 'Recuperar uma carteira'],
      file: ['Ele traz tudo de volta, com o histórico: em outro navegador, ou aqui, depois de remover o Farthing e instalá-lo outra vez.', 'Recuperar uma carteira'],
      open: ['Anote agora as doze palavras, se você ainda pode confirmar que é você, e adicione outra forma de abrir.'],
      none: ['Então ninguém pode abri-la: não há chave-mestra, e ninguém no Farthing tem uma. Enquanto você continua tentando, nada se perde; quem promete abri-la para você quer roubar você.'],
    },
  },
  'new-device': {
    title: 'Um novo dispositivo, ou recuperar uma carteira',
    also: 'restaurar backup cópia de segurança mudar trocar celular telemóvel computador notebook novo navegador transferir passar importar recuperar 12 palavras doze palavras semente seed reinstalar formatei segundo dispositivo',
    steps: {
      start: ['O que você quer?', 'Mudar para um novo dispositivo', 'Recuperar uma carteira perdida', 'Usá-la em dois dispositivos'],
      move: ['Crie aqui um arquivo de backup, em Segurança, e leve-o ao novo dispositivo com a frase-senha dele. Lá, na primeira página do Farthing, clique em “Tenho um arquivo de backup”. As formas de abrir são definidas de novo.', 'Criar um arquivo de backup'],
      lost: ['O que você tem?', 'Um arquivo de backup e a frase-senha dele', 'As doze palavras', 'Nenhum dos dois'],
      file: ['Instale o Farthing no novo navegador. Na primeira página dele, clique em “Tenho um arquivo de backup”. Tudo volta, e o que é seu abre de novo.'],
      words: ['Instale o Farthing no novo navegador. Na primeira página dele, clique em “Tenho doze palavras” e digite-as ali. O dinheiro volta na hora. O que você comprou é encontrado de novo quando você chega à página; suas anotações e cópias só estão em um arquivo de backup.', 'Se você tinha vários porta-moedas, procure-os antes de continuar.', 'Procurar outros porta-moedas'],
      neither: ['Então não há como chegar ao dinheiro, nem você nem ninguém. Se o dispositivo antigo ainda liga, abra a carteira nele e anote as palavras.'],
      two: ['Funciona, mas cada um só conhece o próprio histórico, limites e permissões. É melhor dar a cada dispositivo uma carteira própria, com um pouco de dinheiro.'],
    },
  },
  'add-money': {
    title: 'Como ponho dinheiro?',
    also: 'colocar dinheiro adicionar depositar depósito recarregar recarga carregar saldo comprar usdc cartão pix boleto mb way multibanco banco transferência não tem saldo insuficiente encher',
    steps: {
      start: ['Você já tem dólares digitais (USDC) em algum lugar?', 'Sim', 'Não'],
      have: ['Envie-os para a conta que está na visão geral, na rede indicada ali. Qualquer outra coisa, ou em qualquer outra rede, pode se perder. Guarde aqui o que levaria no bolso.', 'Para onde enviar'],
      none: ['O Farthing não vende dinheiro e não aceita cartões. Uma corretora da sua escolha aceita, e envia USDC para a conta que está na visão geral, na rede indicada ali. As taxas disso são dela: diga ao Farthing a porcentagem, e ela aparece abaixo de cada preço.', 'Para onde enviar', 'Quanto custa a você obter dólares'],
    },
  },
  'money-not-arrived': {
    title: 'Enviei dinheiro, e ele não aparece',
    also: 'depósito não caiu não chegou não aparece cadê meu dinheiro saldo zero enviei mandei transferi transferência rede errada corretora sumiu recarga vazio',
    steps: {
      start: ['O que você enviou, e em qual rede?', 'O que a visão geral indica, na rede que ela indica', 'Outra moeda, ou em outra rede', 'Não sei'],
      right: ['Em geral leva minutos; corretoras às vezes seguram por um dia. Compare a conta, letra por letra, com a da visão geral. O Farthing vê o dinheiro assim que a rede o tem; “Consultar agora”, na página dos porta-moedas, pergunta na hora.', 'Visão geral', 'Seus porta-moedas'],
      wrong: ['Ele está na mesma conta, na outra rede. O Farthing não pode movê-lo, mas suas doze palavras abrem essa conta em outra carteira que conheça a rede.', 'Digite-as só em uma carteira em que você tem motivo para confiar, e em nenhuma página da web. Quem se oferece para “recuperar” o dinheiro para você quer as palavras.'],
      unknown: ['O lugar de onde você enviou mostra os dois, com a conta para onde foi. Compare com a visão geral antes de enviar mais.', 'Visão geral'],
    },
  },
  'asked-for-support': {
    title: 'Uma página me manda falar com o suporte',
    also: 'suporte atendimento contato ligar telefone número whatsapp telegram chat e-mail sac central golpe fraude pediram doze palavras senha frase acesso remoto anydesk teamviewer verificar sincronizar',
    steps: {
      start: ['Não ligue, não escreva, não clique. O Farthing não tem central de atendimento nem chat. Quem oferece ajuda para ele em uma página, por telefone ou por mensagem quer o seu dinheiro.', 'Ninguém nunca precisa das suas doze palavras, da sua senha nem de um código; ninguém tem que “verificar” ou “sincronizar” uma carteira. O que o Farthing pode fazer por você está aqui dentro.', 'Eu contei algo a eles', 'Um relatório que você lê antes de qualquer pessoa'],
    },
  },
  'told-words': {
    title: 'Contei a alguém minhas palavras ou minha senha',
    also: 'contei dei passei digitei falei minhas palavras senha phishing site falso golpe caí no golpe hackeado vazou vazaram vazamento alguém sabe viram tela frase semente seed',
    steps: {
      start: ['O que essa pessoa sabe?', 'As doze palavras', 'A senha, o PIN ou um código', 'Viu a minha tela'],
      words: ['Aja depressa: quem tem as palavras tem o dinheiro, e nenhuma senha impede. Crie uma nova carteira em outro navegador, anote as palavras dela, e envie tudo para lá. Não use mais as palavras antigas.', 'O que há nos seus porta-moedas'],
      password: ['A senha sozinha só ajuda quem está neste dispositivo, ou tem uma cópia do disco. Adicione uma nova, e remova a antiga.'],
      screen: ['Se as doze palavras estavam na tela, essa pessoa as conhece: comece de novo, e escolha isso. Se não, tranque a carteira, feche e desinstale o que mandaram você instalar, e escolha uma nova senha.'],
    },
  },
  'not-payable': {
    title: 'O Farthing não consegue pagar aqui',
    also: 'não paga não dá para pagar recusado recusa não funciona não aparece preço botão cartão não aceita rede moeda incompatível nada acontece sem preço saldo insuficiente limite atingido',
    steps: {
      start: ['O que você vê?', 'Nenhum preço', 'Um motivo para não pagar', 'Que o dinheiro não é suficiente', 'Que um limite foi atingido'],
      noPrice: ['Clique no botão do Farthing naquela página: com “Só quando eu clicar no botão”, ele não olha sozinho. Se ele diz que não há nada a pagar, a página não pede um preço que uma carteira possa ler; talvez só venda assinaturas.', 'Onde o Farthing procura preços'],
      reason: ['Vale o que está escrito ali: a página pede dinheiro de um jeito, ou em uma rede, que o Farthing não paga. Nada foi cobrado. Alguns motivos existem para a sua segurança, e neles a última palavra não é sua.'],
      notEnough: ['Seu porta-moedas tem menos do que o preço, ou uma parte está em reserva para pagamentos em andamento.', 'Como ponho dinheiro?', 'Visão geral'],
      limit: ['Você pode aumentá-lo, se quiser. Um novo dia começa à meia-noite, um novo mês no dia primeiro.', 'Seus limites'],
    },
  },
  warned: {
    title: 'O Farthing me dá um aviso',
    also: 'aviso alerta avisa avisou suspeito suspeita risco perigo perigoso fraude golpe estranho incomum conta mudou cuidado seguro confiável',
    steps: {
      start: ['Você tem certeza deste site?', 'Sim, eu o conheço', 'Não totalmente', 'Já paguei, e era fraude'],
      sure: ['“Por que recebo este aviso?”, ao lado do aviso, diz o que foi notado. Pode ser honesto: sites mudam de conta. Se for, marque a caixa que diz isso e continue. O que ele observa é você quem define.'],
      unsure: ['“Agora não” não custa nada. Digite você o endereço do site, em uma nova aba, e compare. Com três respostas assim em uma hora, nada é pago antes que você confirme que é você.'],
      paid: ['Marque como fraude na página do pagamento: o Farthing passa a avisar antes que esse site ou essa conta receba de novo. “Algo deu errado” pede o dinheiro; quem engana não vai devolvê-lo, e ninguém pode pegá-lo de volta.'],
    },
  },
  'who-learns': {
    title: 'Quem fica sabendo o que eu leio?',
    also: 'privacidade privado rastrear rastreamento dados anônimo pessoal ver histórico espionar espião vigiar telemetria lgpd rgpd apagar excluir esquecer deletar',
    steps: {
      start: ['O site a que você paga, como em qualquer visita, e ninguém mais pelo Farthing. O serviço que lê o seu saldo vê a sua conta. Os pagamentos são públicos na rede deles, sem o seu nome.', 'O que é guardado está neste dispositivo, e você pode esquecer um site, um período ou tudo.', 'O que é guardado, e quem recebeu o quê', 'Um porta-moedas só para um site'],
    },
  },
  'browser-closed': {
    title: 'O navegador fechou no meio',
    also: 'fechou travou caiu crash queda de luz energia bateria acabou interrompido internet rede caiu offline sem conexão reiniciou aba fechei',
    steps: {
      start: ['Cada pagamento é anotado antes de sair. Quando você volta e abre a carteira, o Farthing descobre o que aconteceu com ele, e o conclui ou mostra que nada foi cobrado. Ele nunca paga por ele uma segunda vez.', 'Um pagamento está parado'],
    },
  },
  'cannot-do': {
    title: 'Desfazer um pagamento, e o que mais não é possível',
    also: 'desfazer reverter estornar estorno cancelar pagamento chargeback contestar contestação parar pagamento garantia seguro banco sacar saque pegar dinheiro de volta impossível',
    steps: {
      start: ['O que você procura?', 'Desfazer um pagamento', 'Alguém que decida um desacordo', 'Parar um pagamento em andamento', 'Passar o dinheiro para o banco'],
      takeBack: ['Ninguém pode desfazer um pagamento; só o vendedor pode devolver o dinheiro. É por isso que você vê o preço inteiro antes de aceitar. O Farthing faz o pedido na forma certa, guarda a prova, e conta a você no que deu.'],
      judge: ['O Farthing não julga ninguém. Onde um vendedor não responde, o pedido indica entidades de fora para o seu país.'],
      stop: ['Enquanto um pagamento feito sem perguntar espera cinco segundos, “Parar” o encerra. Depois disso ele está com o vendedor; se não for usado, em poucos minutos não dá em nada.'],
      bank: ['O Farthing só paga. Suas doze palavras abrem a mesma conta em outras carteiras, que podem enviar o dinheiro a uma corretora.'],
    },
  },
}
