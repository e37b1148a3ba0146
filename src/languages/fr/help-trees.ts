import type { Language } from '../language'

export const helpTrees: Language['helpTrees'] = {
  'paid-but-locked': {
    title: 'J’ai payé, et cela reste fermé',
    also: 'payer paye débloquer bloqué article vide page blanche rien ne vient rien reçu pas livré livraison illisible lire ne s’ouvre pas ouvrir verrouillé manque erreur cassé planté ne charge pas chargement',
    steps: {
      start: ['Que dit votre historique de ce paiement ?', 'Payé, non livré', 'Payé', 'En attente, ou en vérification', 'Rien de prélevé', 'Il n’y est pas'],
      retry: ['Rouvrir ne coûte rien. Farthing montre au vendeur le paiement que vous avez fait, et n’en fait jamais un second pour la même chose.', 'Choisissez le paiement, puis « Réessayer, sans frais ». Si rien ne vient, « Il y a un problème », sur la même page, redemande l’argent.'],
      paid: ['Ouvrez la page encore une fois. Que voyez-vous ?', 'De nouveau le prix', 'Une page vide ou cassée', 'Tout est là maintenant'],
      priceAgain: ['Ne payez pas une seconde fois. À la même adresse, le bouton de Farthing propose « Rouvrir, sans frais ». À une autre adresse, ou dans un autre navigateur, le site ne sait pas ce que vous avez acheté.', 'Le lien sur la page du paiement mène à la bonne adresse.'],
      broken: ['Choisissez le paiement, puis « Il y a un problème ». Cela essaie d’abord ce qui aide tout de suite, puis redemande l’argent au vendeur.'],
      fine: ['Très bien. C’est à vous pour toujours, et se rouvre sans payer.', 'Ce que vous avez acheté'],
      checking: ['Farthing cherche ce qu’est devenu l’argent, et ne paie rien entre-temps.', 'Un paiement n’en finit pas'],
      notCharged: ['Rien n’a été pris. Vous pouvez ouvrir la page et payer comme la première fois.'],
      absent: ['Ce qui n’est pas dans votre historique n’a pas été payé par ce portefeuille. C’était peut-être un autre navigateur, un autre portefeuille ou une carte.', 'S’il y a dans votre porte-monnaie moins qu’il ne devrait, c’est une autre question :', 'Il manque de l’argent'],
    },
  },
  'charged-twice': {
    title: 'J’ai payé deux fois',
    also: 'double doublon débité débit deux fois deuxième second seconde 2 fois même article encore répété répétition prélevé prélèvement',
    steps: {
      start: ['Combien de lignes y a-t-il pour cela dans votre historique ?', 'Une', 'Deux, dont une dit « Rien de prélevé »', 'Deux, et les deux sont payées'],
      one: ['Alors cela a été payé une fois. Une banque ou une plateforme d’échange montre peut-être à côté l’argent que vous avez mis : ce n’est pas un second prix.', 'S’il y a dans votre porte-monnaie moins que ne l’explique votre historique :', 'Il manque de l’argent'],
      void: ['Alors cela a été payé une fois. Ce qui porte « Rien de prélevé » est sans effet, et personne ne peut le prendre plus tard.'],
      two: ['Les deux mènent-ils exactement à la même adresse ?', 'Oui, la même', 'Non, elles diffèrent'],
      same: ['Farthing ne paie jamais de lui-même deux fois pour la même adresse : cela mérite un examen. Choisissez le paiement le plus récent, puis « Il y a un problème », « J’ai payé deux fois ». Les deux sont retrouvés, et l’un d’eux est redemandé au vendeur.'],
      differ: ['Pour un portefeuille, deux adresses sont deux choses, même si elles montrent le même article. Le vendeur peut quand même rendre l’un des deux : choisissez le paiement le plus récent, puis « Il y a un problème », « J’ai payé deux fois ».'],
    },
  },
  'wrong-price': {
    title: 'J’ai payé plus qu’annoncé',
    also: 'prix faux trop cher chère montant différent erreur frais supplément plus élevé surfacturé surfacturation arnaque coût tarif change taux conversion',
    steps: {
      start: ['Où avez-vous vu l’autre prix ?', 'Dans Farthing, avant de donner mon accord', 'Sur la page', 'Dans ma monnaie'],
      agreed: ['Ce que vous acceptez est exactement ce qui est payé, au dernier chiffre près ; la page du paiement montre les deux. S’ils y diffèrent, choisissez « Il y a un problème », « J’ai payé plus qu’annoncé ».'],
      page: ['Les pages peuvent dire ce qu’elles veulent ; Farthing montre le prix qui serait payé. Si le vendeur en a confirmé un plus bas, sa confirmation est gardée avec le paiement. Choisissez « Il y a un problème », « J’ai payé plus qu’annoncé ».'],
      currency: ['Vous payez en dollars numériques. Les prix dans d’autres monnaies sont des estimations, et changent avec le cours. À côté de chacun figure le cours sur lequel il repose.', 'La monnaie, dans les réglages'],
    },
  },
  'unknown-payment': {
    title: 'Un paiement que je ne connais pas',
    also: 'inconnu étrange bizarre pas moi pas fait quelqu’un d’autre non autorisé fraude piraté pirate piratage arnaque reconnais reconnaître suspect qui a payé',
    steps: {
      start: ['Sa page dit-elle « Payé sans question » ?', 'Oui', 'Non'],
      allowed: ['Vous avez autorisé les petits prix sur ce site. Vous pouvez y mettre fin d’un clic.', 'Ce qui est payé sans question'],
      asked: ['Quelqu’un d’autre a-t-il pu se servir de cet appareil ?', 'Oui, c’est possible', 'Non, certainement pas'],
      other: ['Mettez d’abord le portefeuille en sûreté : regardez qui l’a ouvert et quand, retirez les accès que d’autres connaissent peut-être, et ajoutez-en de nouveaux. Si quelqu’un a vu vos douze mots, envoyez votre argent vers un nouveau portefeuille.', 'Signalez ensuite le paiement comme une fraude sur sa page, et redemandez l’argent par « Il y a un problème », « Ce paiement n’est pas de moi ».'],
      alone: ['La page du paiement dit sur quel site, quand, et ce qui s’est passé pas à pas ; les pourboires et les éléments d’une page ont aussi leur propre ligne. Si vous ne le reconnaissez toujours pas, choisissez « Il y a un problème », « Ce paiement n’est pas de moi ».'],
    },
  },
  hanging: {
    title: 'Un paiement n’en finit pas',
    also: 'attente en cours attend vérification préparation lent longtemps bloqué coincé tourne pas fini pas terminé suspendu traîne chargement sans fin',
    steps: {
      start: ['Qu’est-il écrit ?', 'En préparation', 'En attente de la page', 'Vérification, ou « Refusé, vérification »', 'Payé, ouverture'],
      preparing: ['Rien n’a été payé. Si vous fermez tout maintenant, il s’annule de lui-même en quelques minutes.'],
      waiting: ['Le vendeur a le paiement en main et n’a pas répondu. Au bout de quelques minutes, le portefeuille demande au réseau de paiement ce qu’il est devenu. Rien de plus n’est payé entre-temps, et vous pouvez fermer la fenêtre.'],
      checking: ['Farthing demande au réseau de paiement si l’argent a bougé. Jusqu’à ce qu’il le sache, le montant est mis de côté dans votre porte-monnaie. Après cinq minutes au plus, le vendeur ne peut plus le prendre : il est alors écrit « Payé » ou « Rien de prélevé ».', 'Si cela dure plus longtemps, c’est peut-être votre connexion au réseau qui est en cause.', 'La connexion au réseau, dans les réglages'],
      opening: ['C’est payé, et la page est en route. Si elle ne vient pas, « Réessayer, sans frais » apparaît à côté.'],
    },
  },
  'refund-missing': {
    title: 'Mon remboursement n’est pas arrivé',
    also: 'remboursé rembourser rendu rendre argent pas reçu pas revenu vendeur dit retour retard où est toujours rien attends',
    steps: {
      start: ['Qu’a dit le vendeur ?', 'Qu’il a rendu l’argent', 'Qu’il le rendra', 'Rien pour l’instant'],
      said: ['Ouvrez la demande : à côté de ce que dit le vendeur figure ce que montre votre porte-monnaie. « Redemander maintenant » regarde encore une fois. Si un paiement est arrivé qui pourrait être le bon, la question vous est posée là.', 'L’argent rendu sur un autre réseau ou à un autre compte n’arrive pas dans ce porte-monnaie.'],
      will: ['La demande a une date d’échéance. Farthing regarde tout seul, et vous dit quand l’argent est arrivé, ou quand la date est passée sans lui.'],
      nothing: ['Le vendeur a une semaine pour répondre, et reçoit un rappel.', 'Le vendeur ne répond pas'],
    },
  },
  'no-answer': {
    title: 'Le vendeur ne répond pas',
    also: 'réponse silence silencieux muet ignore contacter contact joindre écrire courrier message relance service client attente',
    steps: {
      start: ['Comment avez-vous demandé ?', 'Avec Farthing, qui l’a envoyé', 'Par une lettre', 'Pas encore'],
      sent: ['Après sept jours, Farthing fait un rappel au vendeur, une fois. Après quatorze, cela vaut silence. Personne ne peut alors reprendre l’argent, mais vous pouvez faire appel à quelqu’un d’autre, enregistrer pour lui tout le dossier, et ne plus jamais payer là sans question.'],
      letter: ['Notez sur la demande que vous l’avez envoyée, pour que les jours soient comptés. Quand ils sont passés, la demande indique à qui d’autre faire appel là où vous habitez.'],
      notYet: ['Choisissez le paiement, puis « Il y a un problème ». Farthing trouve où le vendeur accepte les demandes, ou écrit une lettre.'],
    },
  },
  'change-of-mind': {
    title: 'Cela ne vaut pas le prix, ou j’ai changé d’avis',
    also: 'rendre rétractation rétracter annuler annulation retour déçu décevant nul mauvaise qualité court tronqué piège à clics putaclic regret regrette promis description mauvais article par erreur trompé acheté',
    steps: {
      start: ['De quoi s’agit-il ?', 'Ce n’est pas ce qui était promis', 'J’ai changé d’avis', 'Le paiement n’est pas encore fait'],
      promised: ['Choisissez le paiement, puis « Il y a un problème », « Ce n’est pas ce qui était promis ». Dites en une phrase ce qui manquait : c’est le vendeur qui décide.'],
      mind: ['Pour ce qui se lit tout de suite, la loi ne permet en général pas de revenir en arrière. Demander ne coûte rien : choisissez le paiement, puis « Il y a un problème », « J’ai changé d’avis ».'],
      before: ['« Pas maintenant » suffit. Rien n’est payé avant votre accord.'],
    },
  },
  'money-missing': {
    title: 'De l’argent a disparu, sans paiement',
    also: 'manque volé vol voleur moins solde baissé disparaître vidé vide perdu piraté piratage envolé parti porte-monnaie',
    steps: {
      start: ['L’aperçu dit-il qu’une partie est mise de côté ?', 'Oui', 'Non'],
      aside: ['Cet argent est retenu pour des paiements en cours. Il est pris, ou revient tout seul en quelques minutes.', 'Aperçu', 'Un paiement n’en finit pas'],
      notAside: ['Utilisez-vous les mêmes douze mots dans un autre portefeuille ou sur un autre appareil ?', 'Oui', 'Non'],
      elsewhere: ['Ce qui est payé là-bas quitte aussi ce porte-monnaie, et ne figure pas dans cet historique. Regardez là d’abord.', 'Vos porte-monnaie'],
      stolen: ['Alors quelqu’un connaît peut-être vos douze mots. Qui les a, a l’argent, quel que soit le mot de passe que vous choisissez.', 'Créez un nouveau portefeuille dans un autre navigateur, notez ses nouveaux mots, et envoyez-y ce qui reste. Personne ne peut ramener ce qui est parti ; signalez-le à la police, avec une liste enregistrée de vos paiements.', 'Enregistrer vos paiements dans un fichier'],
    },
  },
  'cannot-unlock': {
    title: 'Je ne peux pas ouvrir mon portefeuille',
    also: 'déverrouiller verrouillé bloqué mot de passe faux refusé incorrect clé d’accès passkey pin ne marche pas marche plus entrer accès connexion connecter essais attendre code',
    steps: {
      start: ['Que se passe-t-il ?', 'Le mot de passe n’est pas accepté', 'La clé d’accès ne répond pas', 'Je dois attendre', 'Le PIN a disparu', 'Il est écrit que le portefeuille ne peut plus être lu'],
      password: ['Vérifiez Verr. Maj et la langue du clavier ; « Afficher » vous laisse lire ce que vous tapez. Les essais faux n’enlèvent rien, ils font seulement attendre.', 'J’ai oublié mon mot de passe'],
      passkey: ['Elle se trouve sur l’appareil, le téléphone ou la clé où vous l’avez créée : ayez-le sous la main, avec le Bluetooth activé si c’est un téléphone. Ouvrez dans un onglet, où la question du navigateur a de la place. Tout autre accès que vous avez ajouté marche aussi.', 'Un autre accès'],
      wait: ['Après plusieurs essais faux, chaque nouvel essai fait attendre plus longtemps, une heure au plus. Attendre ne fait rien perdre, et personne ne peut abréger.'],
      pin: ['Un PIN dure jusqu’à la fermeture du navigateur, ou jusqu’à cinq essais faux. Utilisez votre mot de passe ou votre clé d’accès ; vous pourrez ensuite choisir un nouveau PIN.'],
      damaged: ['Votre argent ne se trouve pas sur cet appareil : les douze mots le ramènent. La porte propose « Le ramener avec les douze mots ». Un fichier de sauvegarde ramène aussi l’historique.', 'Ramener un portefeuille'],
    },
  },
  'forgot-password': {
    title: 'J’ai oublié mon mot de passe',
    also: 'oubli oublier perdu perdre réinitialiser réinitialisation récupérer récupération retrouver souviens rappelle changer mdp',
    steps: {
      start: ['Qu’avez-vous d’autre ?', 'Une clé d’accès ou un code de secours', 'Les douze mots', 'Un fichier de sauvegarde et sa phrase secrète', 'Le portefeuille est ouvert en ce moment', 'Rien de tout cela'],
      other: ['Appuyez à la porte sur « Utiliser une clé d’accès » ou « Utiliser un code de secours ». Ajoutez ensuite un nouveau mot de passe sous Sécurité, et retirez l’ancien.'],
      words: ['Ils rouvrent le même porte-monnaie : dans un autre navigateur, ou ici après avoir retiré puis rajouté Farthing. Le retirer enlève aussi l’historique gardé sur cet appareil ; essayez donc d’abord tout le reste.', 'Tapez les mots dans la première page de Farthing, et nulle part ailleurs.', 'Ramener un portefeuille'],
      file: ['Il ramène tout, historique compris : dans un autre navigateur, ou ici après avoir retiré puis rajouté Farthing.', 'Ramener un portefeuille'],
      open: ['Notez les douze mots maintenant, si vous pouvez encore confirmer que c’est vous, et ajoutez un autre accès.'],
      none: ['Alors personne ne peut l’ouvrir : il n’y a pas de passe-partout, et personne chez Farthing n’en a. Tant que vous continuez d’essayer, rien n’est perdu ; qui promet de l’ouvrir pour vous veut vous voler.'],
    },
  },
  'new-device': {
    title: 'Un nouvel appareil, ou ramener un portefeuille',
    also: 'restaurer restauration récupérer sauvegarde transférer transfert déménager téléphone ordinateur portable neuf nouveau navigateur importer douze mots 12 mots phrase graine seed réinstaller réinstallation second deuxième appareil synchroniser',
    steps: {
      start: ['Que voulez-vous faire ?', 'Passer à un nouvel appareil', 'Ramener un portefeuille perdu', 'L’utiliser sur deux appareils'],
      move: ['Créez ici, sous Sécurité, un fichier de sauvegarde, et apportez-le sur le nouvel appareil avec sa phrase secrète. Là, sur la première page de Farthing, appuyez sur « J’ai un fichier de sauvegarde ». Les accès se refont.', 'Créer un fichier de sauvegarde'],
      lost: ['Qu’avez-vous ?', 'Un fichier de sauvegarde et sa phrase secrète', 'Les douze mots', 'Ni l’un ni l’autre'],
      file: ['Ajoutez Farthing au nouveau navigateur. Sur sa première page, appuyez sur « J’ai un fichier de sauvegarde ». Tout revient, et ce qui est à vous se rouvre.'],
      words: ['Ajoutez Farthing au nouveau navigateur. Sur sa première page, appuyez sur « J’ai douze mots », et tapez-les là. L’argent revient aussitôt. Ce que vous avez acheté est retrouvé quand vous arrivez sur sa page ; vos notes et copies ne sont que dans un fichier de sauvegarde.', 'Si vous aviez plusieurs porte-monnaie, cherchez-les avant de continuer.', 'Chercher d’autres porte-monnaie'],
      neither: ['Alors l’argent est hors d’atteinte, pour vous comme pour quiconque. Si l’ancien appareil démarre encore, ouvrez-y le portefeuille et notez les mots.'],
      two: ['Cela marche, mais chacun ne connaît que son propre historique, ses limites et ses autorisations. Mieux vaut donner à chaque appareil son propre portefeuille, avec un peu d’argent dedans.'],
    },
  },
  'add-money': {
    title: 'Comment mettre de l’argent ?',
    also: 'ajouter recharger alimenter approvisionner remplir acheter usdc dollars dépôt déposer verser virement carte bancaire banque pas assez insuffisant solde crypto',
    steps: {
      start: ['Avez-vous des dollars numériques (USDC) quelque part ?', 'Oui', 'Non'],
      have: ['Envoyez-les au compte qu’indique l’aperçu, sur le réseau qui y est nommé. Toute autre chose, et tout autre réseau, peut être perdu. Ne gardez ici que ce que vous auriez en poche.', 'Où les envoyer'],
      none: ['Farthing ne vend pas d’argent et n’accepte pas de cartes. Une plateforme d’échange de votre choix le fait, et envoie des USDC au compte qu’indique l’aperçu, sur le réseau qui y est nommé. Les frais en sont les siens : dites-en le pourcentage à Farthing, et il figure sous chaque prix.', 'Où les envoyer', 'Ce que vous coûte l’obtention de dollars'],
    },
  },
  'money-not-arrived': {
    title: 'J’ai envoyé de l’argent, et on ne le voit pas',
    also: 'dépôt pas arrivé reçu solde zéro vide virement transfert envoi envoyer mauvais réseau manquant introuvable plateforme échange toujours rien',
    steps: {
      start: ['Qu’avez-vous envoyé, et sur quel réseau ?', 'Ce que nomme l’aperçu, sur le réseau qu’il nomme', 'Une autre monnaie, ou sur un autre réseau', 'Je ne sais pas'],
      right: ['Il faut d’ordinaire quelques minutes ; les plateformes d’échange le retiennent parfois un jour. Comparez le compte, lettre par lettre, avec celui de l’aperçu. Farthing le voit dès que le réseau l’a ; « Regarder maintenant », sur la page des porte-monnaie, demande aussitôt.', 'Aperçu', 'Vos porte-monnaie'],
      wrong: ['Il se trouve au même compte sur l’autre réseau. Farthing ne peut pas le déplacer, mais vos douze mots ouvrent ce compte dans un autre portefeuille qui connaît le réseau.', 'Ne les tapez que dans un portefeuille en qui vous avez des raisons d’avoir confiance, et dans aucune page web. Qui propose de le « récupérer » pour vous veut les mots.'],
      unknown: ['L’endroit d’où vous l’avez envoyé montre les deux, avec le compte de destination. Comparez avec l’aperçu avant d’envoyer autre chose.', 'Aperçu'],
    },
  },
  'asked-for-support': {
    title: 'Une page me dit de contacter l’assistance',
    also: 'support technique service client appeler appel téléphone numéro tchat chat mail courriel hotline dépannage arnaque escroc on me demande douze mots phrase mot de passe prise à distance teamviewer vérifier synchroniser',
    steps: {
      start: ['N’appelez pas, n’écrivez pas, ne cliquez pas. Farthing n’a ni téléphone ni messagerie. Qui propose de l’aide sur une page, par téléphone ou par courriel veut votre argent.', 'Personne n’a jamais besoin de vos douze mots, de votre mot de passe ni d’un code ; personne n’a à « vérifier » ni à « synchroniser » un portefeuille. Ce que Farthing peut faire pour vous est ici.', 'Je leur ai dit quelque chose', 'Un rapport que vous lisez avant que quiconque le reçoive'],
    },
  },
  'told-words': {
    title: 'J’ai donné mes mots ou mon mot de passe à quelqu’un',
    also: 'dit donner tapé saisi entré hameçonnage phishing faux site arnaque piraté divulgué fuite connaît phrase seed exposé volé',
    steps: {
      start: ['Que sait cette personne ?', 'Les douze mots', 'Le mot de passe, le PIN ou un code', 'Elle a vu mon écran'],
      words: ['Faites vite : qui a les mots a l’argent, et aucun mot de passe ne l’arrête. Créez un nouveau portefeuille dans un autre navigateur, notez ses mots, et envoyez-y tout. N’utilisez plus les anciens mots.', 'Ce qu’il y a dans vos porte-monnaie'],
      password: ['Le mot de passe seul ne sert qu’à quelqu’un devant cet appareil, ou qui a une copie de son disque. Ajoutez-en un nouveau, et retirez l’ancien.'],
      screen: ['Si les douze mots y étaient, elle les connaît : recommencez, et choisissez cela. Sinon, verrouillez le portefeuille, mettez fin à ce qu’on vous a fait installer, et choisissez un nouveau mot de passe.'],
    },
  },
  'not-payable': {
    title: 'Farthing ne peut pas payer ici',
    also: 'impossible payer refuse refusé ne marche pas fonctionne pas pris en charge réseau monnaie bouton prix n’apparaît pas affiche rien ne se passe pas de carte aucun prix limite atteinte',
    steps: {
      start: ['Que voyez-vous ?', 'Aucun prix', 'Une raison', 'Que l’argent ne suffit pas', 'Qu’une limite est atteinte'],
      noPrice: ['Appuyez sur le bouton de Farthing dans la page : avec « Seulement quand je clique sur le bouton », il ne regarde pas de lui-même. S’il dit qu’il n’y a rien à payer, la page ne demande aucun prix qu’un portefeuille puisse lire ; elle ne vend peut-être que des abonnements.', 'Où Farthing cherche des prix'],
      reason: ['C’est bien ce qui est écrit : la page demande de l’argent d’une façon, ou sur un réseau, que Farthing ne paie pas. Rien n’a été pris. Certaines raisons sont là pour votre sûreté, et ne peuvent pas être levées.'],
      notEnough: ['Il y a dans votre porte-monnaie moins que le prix, ou une partie est mise de côté pour des paiements en cours.', 'Comment mettre de l’argent ?', 'Aperçu'],
      limit: ['Vous pouvez la relever, si vous voulez. Un nouveau jour commence à minuit, un nouveau mois le premier.', 'Vos limites'],
    },
  },
  warned: {
    title: 'Farthing m’avertit',
    also: 'avertissement alerte attention suspect risque danger dangereux fraude arnaque inhabituel compte changé prudence sûr méfiance',
    steps: {
      start: ['Êtes-vous sûr de ce site ?', 'Oui, je le connais', 'Pas tout à fait', 'J’ai déjà payé, et c’était une fraude'],
      sure: ['« Pourquoi me dit-on cela ? », à côté de l’avertissement, dit ce qui a été remarqué. Cela peut être honnête : il arrive que des sites changent de compte. Si c’est le cas, dites-le en cochant la case, et continuez. C’est vous qui réglez ce que Farthing surveille.'],
      unsure: ['« Pas maintenant » ne coûte rien. Tapez vous-même l’adresse du site, dans un nouvel onglet, et comparez. Après trois réponses de ce genre en une heure, plus rien n’est payé avant que vous ayez confirmé que c’est vous.'],
      paid: ['Signalez-le comme une fraude sur la page du paiement : Farthing vous avertit alors avant tout nouveau paiement à ce site ou à ce compte. « Il y a un problème » redemande l’argent ; un escroc ne le rendra pas, et personne ne peut le reprendre.'],
    },
  },
  'who-learns': {
    title: 'Qui apprend ce que je lis ?',
    also: 'vie privée confidentialité pistage traçage suivre données anonyme personnel voir historique espionner surveiller effacer supprimer oublier cookies',
    steps: {
      start: ['Le site que vous payez, comme à toute visite, et personne d’autre de la part de Farthing. Le service qui lit votre solde voit votre compte. Les paiements sont publics sur leur réseau, sans votre nom.', 'Ce qui est gardé l’est sur cet appareil, et vous pouvez oublier un site, une période ou tout.', 'Ce qui est gardé, et qui a reçu quoi', 'Un porte-monnaie pour un seul site'],
    },
  },
  'browser-closed': {
    title: 'Le navigateur s’est fermé au milieu',
    also: 'planté plantage crash fermeture coupure courant batterie interrompu interruption connexion perdue hors ligne internet coupé redémarrer redémarrage onglet fermé',
    steps: {
      start: ['Chaque paiement est noté avant de partir. Quand vous revenez et ouvrez le portefeuille, Farthing cherche ce qu’il est devenu, et le termine ou montre que rien n’a été prélevé. Il ne paie jamais une seconde fois pour cela.', 'Un paiement n’en finit pas'],
    },
  },
  'cannot-do': {
    title: 'Reprendre un paiement, et ce qui n’est pas possible non plus',
    also: 'annuler annulation revenir en arrière opposition rejet banque rétrofacturation arrêter stopper garantie assurance récupérer argent impossible virement retirer retrait compte bancaire euros arbitre juge médiation',
    steps: {
      start: ['Que cherchez-vous ?', 'Reprendre un paiement', 'Quelqu’un qui tranche un différend', 'Arrêter un paiement en cours', 'Changer l’argent en solde bancaire'],
      takeBack: ['Personne ne peut reprendre un paiement ; seul le vendeur peut le rendre. C’est pourquoi vous voyez le prix entier avant d’accepter. Farthing redemande l’argent dans les formes, garde la preuve, et vous dit ce qu’il en advient.'],
      judge: ['Farthing ne juge personne. Quand un vendeur ne répond pas, la demande indique des organismes extérieurs pour votre pays.'],
      stop: ['Pendant les cinq secondes d’attente d’un paiement fait sans question, « Arrêter » y met fin. Ensuite il est au vendeur ; s’il ne sert pas, il s’annule de lui-même en quelques minutes.'],
      bank: ['Farthing ne fait que payer. Vos douze mots ouvrent le même compte dans d’autres portefeuilles, qui peuvent envoyer l’argent à une plateforme d’échange.'],
    },
  },
}
