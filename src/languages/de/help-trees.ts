import type { Language } from '../language'

export const helpTrees: Language['helpTrees'] = {
  'paid-but-locked': {
    title: 'Ich habe bezahlt, und es bleibt zu',
    also: 'bezahlt aber nicht lesen lesbar artikel beitrag nichts gekommen kommt leer leere weiße seite nicht geliefert gesperrt geschlossen freigeschaltet fehlt fehler kaputt hängt öffnet geht nicht auf öffnen paywall',
    steps: {
      start: ['Was sagt dein Verlauf zu dieser Zahlung?', 'Bezahlt, nicht geliefert', 'Bezahlt', 'Warten, oder wird geprüft', 'Nicht abgebucht', 'Sie steht nicht dort'],
      retry: ['Noch einmal öffnen kostet nichts. Farthing zeigt dem Verkäufer die Zahlung, die du schon geleistet hast, und zahlt für dieselbe Sache nie ein zweites Mal.', 'Wähl die Zahlung, dann „Kostenlos erneut versuchen“. Kommt nichts, kannst du auf derselben Seite unter „Etwas ging schief“ eine Rückzahlung anfragen.'],
      paid: ['Öffne die Seite noch einmal. Was siehst du?', 'Wieder den Preis', 'Eine leere oder kaputte Seite', 'Jetzt ist alles da'],
      priceAgain: ['Bezahl nicht noch einmal. Unter derselben Adresse bietet Farthings Knopf „Kostenlos wieder öffnen“ an. Unter einer anderen Adresse oder in einem anderen Browser weiß die Website nicht, was du gekauft hast.', 'Der Link auf der Seite der Zahlung führt zur richtigen Adresse.'],
      broken: ['Wähl die Zahlung, dann „Etwas ging schief“. Zuerst wird probiert, was sofort hilft, dann wird der Verkäufer um das Geld gebeten.'],
      fine: ['Gut. Es bleibt deins und öffnet sich wieder, ohne dass du bezahlst.', 'Was du gekauft hast'],
      checking: ['Farthing findet heraus, was aus dem Geld geworden ist, und bezahlt inzwischen nichts.', 'Eine Zahlung hängt'],
      notCharged: ['Es wurde nichts abgebucht. Du kannst die Seite öffnen und bezahlen wie beim ersten Mal.'],
      absent: ['Was nicht in deinem Verlauf steht, hat diese Wallet nicht bezahlt. Vielleicht war es ein anderer Browser, eine andere Wallet oder eine Karte.', 'Wenn in deinem Geldbeutel weniger ist, als da sein sollte, ist das etwas anderes:', 'Geld fehlt'],
    },
  },
  'charged-twice': {
    title: 'Ich habe doppelt bezahlt',
    also: 'doppelt zweimal zwei mal doppelte abbuchung abgebucht noch einmal wieder derselbe gleiche artikel zweite zweiten zahlung mehrfach 2x',
    steps: {
      start: ['Wie viele Zeilen gibt es dafür in deinem Verlauf?', 'Eine', 'Zwei, und bei einer steht „Nicht abgebucht“', 'Zwei, und beide sind bezahlt'],
      one: ['Dann wurde es einmal bezahlt. Eine Bank oder Börse zeigt daneben vielleicht Geld, das du eingezahlt hast: Das ist kein zweiter Preis.', 'Wenn in deinem Geldbeutel weniger ist, als dein Verlauf erklärt:', 'Geld fehlt'],
      void: ['Dann wurde es einmal bezahlt. Was „Nicht abgebucht“ ist, kam nicht zustande, und niemand kann es später einziehen.'],
      two: ['Führen beide zu genau derselben Adresse?', 'Ja, zu derselben', 'Nein, zu verschiedenen'],
      same: ['Von selbst bezahlt Farthing dieselbe Adresse nie zweimal, das verdient also einen Blick. Wähl die spätere Zahlung, dann „Etwas ging schief“, „Ich habe doppelt bezahlt“. Die beiden werden gefunden, und der Verkäufer wird gebeten, eine davon zurückzuzahlen.'],
      differ: ['Für eine Wallet sind zwei Adressen zwei Dinge, auch wenn sie denselben Beitrag zeigen. Der Verkäufer kann trotzdem eine davon zurückzahlen: Wähl die spätere Zahlung, dann „Etwas ging schief“, „Ich habe doppelt bezahlt“.'],
    },
  },
  'wrong-price': {
    title: 'Ich habe mehr bezahlt als gesagt',
    also: 'preis falsch falscher teuer teurer zu viel zuviel betrag anders höher gebühr gebühren extra kosten aufschlag umrechnung wechselkurs',
    steps: {
      start: ['Wo hast du den anderen Preis gesehen?', 'In Farthing, vor meiner Zustimmung', 'Auf der Seite', 'In meiner eigenen Währung'],
      agreed: ['Bezahlt wird genau der Preis, dem du zustimmst, bis zur letzten Stelle; die Seite der Zahlung zeigt beides. Ist es dort nicht dasselbe, wähl „Etwas ging schief“, „Ich habe mehr bezahlt als gesagt“.'],
      page: ['Seiten können sagen, was sie wollen; Farthing zeigt den Preis, der bezahlt würde. Hat der Verkäufer einen niedrigeren bestätigt, ist seine Bestätigung bei der Zahlung gespeichert. Wähl „Etwas ging schief“, „Ich habe mehr bezahlt als gesagt“.'],
      currency: ['Du zahlst in digitalen Dollar. Preise in anderen Währungen sind Schätzungen und ändern sich mit dem Kurs. Neben jedem steht, auf welchem Kurs er beruht.', 'Währung, in den Einstellungen'],
    },
  },
  'unknown-payment': {
    title: 'Eine Zahlung, die ich nicht kenne',
    also: 'unbekannt unbekannte fremd fremde seltsam merkwürdig nicht ich war nicht jemand anderes unberechtigt betrug gehackt abzocke erkenne nicht kenne komisch',
    steps: {
      start: ['Steht auf ihrer Seite „Ohne Nachfrage bezahlt“?', 'Ja', 'Nein'],
      allowed: ['Du hast auf dieser Website kleine Preise erlaubt. Mit einem Klick kannst du das beenden.', 'Was ohne Nachfrage bezahlt wird'],
      asked: ['Kann jemand anderes an diesem Gerät gewesen sein?', 'Ja, das kann sein', 'Nein, bestimmt nicht'],
      other: [
        'Mach zuerst die Wallet sicher: Sieh nach, wer sie wann geöffnet hat, entferne die Zugänge, die andere kennen könnten, und füge neue hinzu. Hat jemand deine zwölf Wörter gesehen, schick dein Geld in eine neue Wallet.',
        'Bezeichne dann die Zahlung auf ihrer Seite als Betrug, und frag unter „Etwas ging schief“, „Diese Zahlung war nicht von mir“ eine Rückzahlung an.',
      ],
      alone: ['Die Seite der Zahlung sagt, welche Website es war, wann, und was Schritt für Schritt geschah; auch Trinkgelder und Teile einer Seite haben eine eigene Zeile. Kennst du sie dann immer noch nicht, wähl „Etwas ging schief“, „Diese Zahlung war nicht von mir“.'],
    },
  },
  hanging: {
    title: 'Eine Zahlung hängt',
    also: 'hängt hängen ausstehend warten wartet wird geprüft prüfung vorbereitet langsam dauert lange stockt unterwegs nicht fertig unklar lädt laden ladekreis ewig',
    steps: {
      start: ['Was steht dort?', 'Wird vorbereitet', 'Warten auf die Seite', 'Wird geprüft, oder „Abgelehnt, wird geprüft“', 'Bezahlt, wird geöffnet'],
      preparing: ['Es wurde nichts bezahlt. Wenn du jetzt alles schließt, wird in wenigen Minuten nichts daraus.'],
      waiting: ['Der Verkäufer hat die Zahlung in der Hand und hat nicht geantwortet. Nach ein paar Minuten fragt die Wallet das Zahlungsnetzwerk, was daraus geworden ist. Inzwischen wird nichts weiter bezahlt, und du kannst das Fenster schließen.'],
      checking: ['Farthing fragt das Zahlungsnetzwerk, ob das Geld sich bewegt hat. Bis es das weiß, bleibt der Betrag in deinem Geldbeutel zurückgelegt. Nach höchstens fünf Minuten kann der Verkäufer ihn nicht mehr einziehen: Dann steht dort „Bezahlt“ oder „Nicht abgebucht“.', 'Bleibt es länger so, liegt es vielleicht an deiner Verbindung zum Netzwerk.', 'Verbindung zum Netzwerk, in den Einstellungen'],
      opening: ['Es ist bezahlt, und die Seite ist unterwegs. Wenn sie nicht kommt, erscheint daneben „Kostenlos erneut versuchen“.'],
    },
  },
  'refund-missing': {
    title: 'Meine Rückzahlung ist nicht da',
    also: 'rückzahlung erstattung erstattet rückerstattung geld zurück zurückgezahlt zurückbekommen nicht angekommen verkäufer sagt überwiesen spät wann wo bleibt gutschrift',
    steps: {
      start: ['Was hat der Verkäufer gesagt?', 'Dass er zurückgezahlt hat', 'Dass er zurückzahlen wird', 'Noch nichts'],
      said: ['Öffne die Anfrage: Neben dem, was der Verkäufer sagt, steht, was dein Geldbeutel zeigt. „Jetzt noch einmal fragen“ sieht noch einmal nach. Ist eine Zahlung gekommen, die es sein kann, wirst du dort gefragt.', 'Geld, das in einem anderen Netzwerk oder an ein anderes Konto zurückgezahlt wurde, kommt nicht in diesen Geldbeutel.'],
      will: ['Die Anfrage hat einen Tag, an dem sie fällig ist. Farthing sieht von selbst nach und sagt dir, wenn das Geld da ist oder der Tag ohne Geld vergangen ist.'],
      nothing: ['Der Verkäufer hat eine Woche Zeit für die Antwort und wird einmal erinnert.', 'Der Verkäufer antwortet nicht'],
    },
  },
  'no-answer': {
    title: 'Der Verkäufer antwortet nicht',
    also: 'schweigt stille keine antwort keine reaktion reagiert nicht rückmeldung meldet sich nicht ignoriert kontakt verkäufer händler schreiben erreichen',
    steps: {
      start: ['Wie hast du gefragt?', 'Mit Farthing, das es verschickt hat', 'Mit einem Brief', 'Noch gar nicht'],
      sent: ['Nach sieben Tagen erinnert Farthing den Verkäufer, einmal. Nach vierzehn gilt es als Schweigen. Dann kann niemand das Geld zurückholen, aber du kannst dich an jemanden außerhalb wenden, dafür alles in einer Datei speichern und festlegen, dass auf dieser Website nie mehr ohne Nachfrage bezahlt wird.'],
      letter: ['Notier bei der Anfrage, dass du ihn geschickt hast, damit die Tage gezählt werden. Sind sie vergangen, nennt die Anfrage, an wen du dich dort, wo du lebst, noch wenden kannst.'],
      notYet: ['Wähl die Zahlung, dann „Etwas ging schief“. Farthing findet, wo der Verkäufer Anfragen annimmt, oder schreibt einen Brief.'],
    },
  },
  'change-of-mind': {
    title: 'Es ist sein Geld nicht wert, oder ich will es zurückgeben',
    also: 'zurückgeben rückgabe widerruf widerrufen stornieren storno anders überlegt nicht wie beschrieben schlecht qualität kurz clickbait reue bereue versprochen falscher artikel enttäuscht versehentlich',
    steps: {
      start: ['Was ist es?', 'Es ist nicht, was versprochen war', 'Ich habe es mir anders überlegt', 'Ich habe noch nicht bezahlt'],
      promised: ['Wähl die Zahlung, dann „Etwas ging schief“, „Es ist nicht, was versprochen war“. Sag in einem Satz, was fehlte: Der Verkäufer entscheidet.'],
      mind: ['Bei etwas, das man sofort liest, sieht das Gesetz meist keine Rückgabe vor. Fragen kostet nichts: Wähl die Zahlung, dann „Etwas ging schief“, „Ich habe es mir anders überlegt“.'],
      before: ['„Jetzt nicht“ genügt. Bevor du zustimmst, wird nichts bezahlt.'],
    },
  },
  'money-missing': {
    title: 'Geld fehlt, und es gibt keine Zahlung dazu',
    also: 'gestohlen geklaut weniger guthaben weg verschwunden fort gehackt dieb diebstahl leergeräumt leer geldbeutel verloren geld beraubt',
    steps: {
      start: ['Steht in der Übersicht, dass ein Teil zurückgelegt ist?', 'Ja', 'Nein'],
      aside: ['Das ist für Zahlungen zurückgelegt, die unterwegs sind. Es wird abgebucht, oder es kommt in wenigen Minuten von selbst zurück.', 'Übersicht', 'Eine Zahlung hängt'],
      notAside: ['Benutzt du dieselben zwölf Wörter in einer anderen Wallet oder auf einem anderen Gerät?', 'Ja', 'Nein'],
      elsewhere: ['Was dort bezahlt wird, verlässt auch diesen Geldbeutel und steht nicht in diesem Verlauf. Sieh zuerst dort nach.', 'Deine Geldbeutel'],
      stolen: [
        'Dann kennt vielleicht jemand deine zwölf Wörter. Wer sie hat, hat das Geld, welches Passwort du auch wählst.',
        'Leg in einem anderen Browser eine neue Wallet an, schreib ihre neuen Wörter auf und schick dorthin, was noch da ist. Was fort ist, kann niemand zurückbringen; melde es der Polizei, mit einer gespeicherten Liste deiner Zahlungen.',
        'Zahlungen in einer Datei speichern',
      ],
    },
  },
  'cannot-unlock': {
    title: 'Ich kann meine Wallet nicht öffnen',
    also: 'entsperren öffnen ausgesperrt falsches passwort kennwort passkey pin geht nicht funktioniert nicht klappt anmelden einloggen login versuche warten code gesperrt',
    steps: {
      start: ['Was geschieht?', 'Das Passwort wird nicht angenommen', 'Der Passkey antwortet nicht', 'Ich muss warten', 'Die PIN ist weg', 'Es heißt, die Wallet lässt sich nicht mehr lesen'],
      password: ['Achte auf die Feststelltaste und auf die Sprache der Tastatur; mit „Zeigen“ kannst du lesen, was du tippst. Falsche Versuche nehmen dir nichts weg, sie lassen dich nur warten.', 'Ich habe mein Passwort vergessen'],
      passkey: ['Er liegt auf dem Gerät, dem Handy oder dem Schlüssel, wo du ihn erstellt hast: Nimm das zur Hand, bei einem Handy mit eingeschaltetem Bluetooth. Öffne sie in einem Tab, wo die Frage des Browsers Platz hat. Auch jeder andere Zugang, den du hinzugefügt hast, geht.', 'Ein anderer Zugang'],
      wait: ['Nach mehreren falschen Versuchen dauert jeder weitere länger, höchstens eine Stunde. Durch Warten geht nichts verloren, und niemand kann es abkürzen.'],
      pin: ['Eine PIN hält, bis der Browser geschlossen wird, oder bis zum fünften falschen Versuch. Nimm dein Passwort oder deinen Passkey; danach kannst du eine neue setzen.'],
      damaged: ['Dein Geld liegt nicht auf diesem Gerät: Die zwölf Wörter bringen es zurück. Beim Entsperren findest du „Mit den zwölf Wörtern wiederherstellen“. Eine Sicherungsdatei bringt auch den Verlauf zurück.', 'Eine Wallet wiederherstellen'],
    },
  },
  'forgot-password': {
    title: 'Ich habe mein Passwort vergessen',
    also: 'passwort kennwort vergessen vergaß verloren weiß nicht mehr zurücksetzen neues wiederherstellen wiederherstellung erinnern ändern reset',
    steps: {
      start: ['Was hast du sonst?', 'Einen Passkey oder einen Notfallcode', 'Die zwölf Wörter', 'Eine Sicherungsdatei und ihre Passphrase', 'Die Wallet ist gerade offen', 'Nichts davon'],
      other: ['Drück beim Entsperren „Passkey verwenden“ oder „Notfallcode verwenden“. Füge dann unter „Sicherheit“ ein neues Passwort hinzu, und entferne das alte.'],
      words: ['Sie öffnen denselben Geldbeutel wieder: in einem anderen Browser, oder hier, nachdem Farthing entfernt und neu hinzugefügt wurde. Beim Entfernen geht auch der Verlauf auf diesem Gerät verloren; probier also erst alles andere.', 'Gib die Wörter auf Farthings eigener erster Seite ein und nirgends sonst.', 'Eine Wallet wiederherstellen'],
      file: ['Sie bringt alles zurück, auch den Verlauf: in einem anderen Browser, oder hier, nachdem Farthing entfernt und neu hinzugefügt wurde.', 'Eine Wallet wiederherstellen'],
      open: ['Schreib jetzt die zwölf Wörter auf, wenn du noch bestätigen kannst, dass du es bist, und füge einen weiteren Zugang hinzu.'],
      none: ['Dann kann sie niemand öffnen: Es gibt keinen Generalschlüssel, und bei Farthing hat niemand einen. Solange du weiter probierst, ist nichts verloren; wer verspricht, sie für dich zu öffnen, will dich berauben.'],
    },
  },
  'new-device': {
    title: 'Neues Gerät, oder eine Wallet wiederherstellen',
    also: 'wiederherstellen wiederherstellung sicherung backup umziehen umzug handy smartphone computer rechner laptop neuer browser übertragen importieren zurückholen zwölf 12 wörter seed neu installieren zweites gerät',
    steps: {
      start: ['Was möchtest du?', 'Auf ein neues Gerät umziehen', 'Eine verlorene Wallet wiederherstellen', 'Sie auf zwei Geräten benutzen'],
      move: ['Erstell hier unter „Sicherheit“ eine Sicherungsdatei, und nimm sie mit ihrer Passphrase auf das neue Gerät mit. Drück dort auf Farthings erster Seite „Ich habe eine Sicherungsdatei“. Zugänge richtest du neu ein.', 'Sicherungsdatei erstellen'],
      lost: ['Was hast du?', 'Eine Sicherungsdatei und ihre Passphrase', 'Die zwölf Wörter', 'Keins von beiden'],
      file: ['Füge Farthing im neuen Browser hinzu. Drück auf seiner ersten Seite „Ich habe eine Sicherungsdatei“. Alles kommt zurück, und was dir gehört, öffnet sich wieder.'],
      words: ['Füge Farthing im neuen Browser hinzu. Drück auf seiner ersten Seite „Ich habe zwölf Wörter“, und gib sie dort ein. Das Geld ist sofort wieder da. Was du gekauft hast, findet sich wieder, wenn du auf seine Seite kommst; deine Notizen und Kopien sind nur in einer Sicherungsdatei.', 'Hattest du mehrere Geldbeutel, such nach ihnen, bevor du weitermachst.', 'Andere Geldbeutel suchen'],
      neither: ['Dann ist das Geld nicht zu erreichen, für dich nicht und für niemanden. Wenn das alte Gerät noch startet, öffne dort die Wallet und schreib die Wörter auf.'],
      two: ['Das geht, aber jedes kennt nur seinen eigenen Verlauf, seine Limits und Erlaubnisse. Gib besser jedem Gerät eine eigene Wallet, mit etwas Geld darin.'],
    },
  },
  'add-money': {
    title: 'Wie fülle ich den Geldbeutel?',
    also: 'geld aufladen einzahlen einzahlung aufstocken nachfüllen füllen kaufen usdc guthaben laden karte kreditkarte bank überweisen reicht nicht genug zu wenig paypal',
    steps: {
      start: ['Hast du irgendwo digitale Dollar (USDC)?', 'Ja', 'Nein'],
      have: ['Schick sie an das Konto in der Übersicht, in dem Netzwerk, das dort steht. Alles andere, und jedes andere Netzwerk, kann verloren gehen. Lass hier nicht mehr, als du in der Hosentasche tragen würdest.', 'Wohin damit'],
      none: ['Farthing verkauft kein Geld und nimmt keine Karten. Eine Börse deiner Wahl tut das und schickt USDC an das Konto in der Übersicht, in dem Netzwerk, das dort steht. Die Gebühren dafür legt sie selbst fest: Nenn Farthing den Prozentsatz, dann steht er unter jedem Preis.', 'Wohin damit', 'Was dich Dollar kosten'],
    },
  },
  'money-not-arrived': {
    title: 'Ich habe Geld geschickt, und es ist nicht zu sehen',
    also: 'einzahlung nicht angekommen wo ist mein geld aufgeladen aufladung fehlt gesendet geschickt guthaben null überwiesen überweisung falsches netzwerk leer börse sehe nicht',
    steps: {
      start: ['Was hast du geschickt, und in welchem Netzwerk?', 'Was die Übersicht nennt, in dem Netzwerk, das sie nennt', 'Eine andere Währung, oder in einem anderen Netzwerk', 'Ich weiß es nicht'],
      right: ['Meist dauert es Minuten; Börsen halten es manchmal einen Tag zurück. Vergleich das Konto, Zeichen für Zeichen, mit dem in der Übersicht. Farthing sieht es, sobald das Netzwerk es hat; „Jetzt nachsehen“ auf der Seite der Geldbeutel fragt sofort.', 'Übersicht', 'Deine Geldbeutel'],
      wrong: ['Es liegt auf demselben Konto im anderen Netzwerk. Farthing kann es nicht bewegen, aber deine zwölf Wörter öffnen dieses Konto in einer anderen Wallet, die das Netzwerk kennt.', 'Gib sie nur in eine Wallet ein, der du aus gutem Grund vertraust, und in keine Webseite. Wer anbietet, es für dich „zurückzuholen“, will die Wörter.'],
      unknown: ['Die Stelle, von der du es geschickt hast, zeigt beides, mit dem Konto, an das es ging. Vergleich das mit der Übersicht, bevor du mehr schickst.', 'Übersicht'],
    },
  },
  'asked-for-support': {
    title: 'Eine Seite sagt, ich soll den Support anrufen',
    also: 'support kundendienst kundenservice kontakt anrufen anruf telefon telefonnummer nummer chat e-mail mail hotline hilfe betrug jemand fragt zwölf wörter seed phrase passwort fernwartung teamviewer',
    steps: {
      start: [
        'Ruf nicht an, schreib nicht, klick nicht. Farthing hat keine Hotline und keinen Chat. Wer auf einer Seite, am Telefon oder per Mail Hilfe dafür anbietet, will dein Geld.',
        'Niemand braucht je deine zwölf Wörter, dein Passwort oder einen Code; niemand muss eine Wallet „verifizieren“ oder „synchronisieren“. Was Farthing für dich tun kann, ist hier drin.',
        'Ich habe ihnen etwas verraten',
        'Ein Bericht, den du liest, bevor ihn jemand bekommt',
      ],
    },
  },
  'told-words': {
    title: 'Ich habe jemandem meine Wörter oder mein Passwort verraten',
    also: 'gegeben gesagt getippt eingegeben weitergegeben wörter passwort phishing falsche fake seite betrug gehackt seed phrase verraten jemand kennt weiß',
    steps: {
      start: ['Was wissen sie?', 'Die zwölf Wörter', 'Das Passwort, die PIN oder einen Code', 'Sie haben meinen Bildschirm gesehen'],
      words: ['Beeil dich: Wer die Wörter hat, hat das Geld, und kein Passwort hält ihn auf. Leg in einem anderen Browser eine neue Wallet an, schreib ihre Wörter auf und schick alles dorthin. Benutz die alten Wörter nicht mehr.', 'Was in deinen Geldbeuteln ist'],
      password: ['Das Passwort allein nützt nur jemandem an diesem Gerät, oder mit einer Kopie seiner Festplatte. Füge ein neues hinzu, und entferne das alte.'],
      screen: ['Waren die zwölf Wörter darauf, kennen sie sie: Fang von vorn an, und wähl das. Sonst sperre die Wallet, beende, was du für sie installiert hast, und wähl ein neues Passwort.'],
    },
  },
  'not-payable': {
    title: 'Farthing kann hier nicht bezahlen',
    also: 'nicht bezahlbar abgelehnt lehnt ab verweigert zahlen geht nicht funktioniert nicht unterstützt netzwerk währung knopf button preis erscheint nicht passiert nichts keine karte kein preis',
    steps: {
      start: ['Was siehst du?', 'Gar keinen Preis', 'Einen Grund, warum nicht', 'Dass das Geld nicht reicht', 'Dass ein Limit erreicht ist'],
      noPrice: ['Drück Farthings Knopf auf der Seite: Mit „Nur wenn ich den Knopf drücke“ sieht es nicht von selbst nach. Sagt es, dass nichts zu bezahlen ist, nennt die Seite keinen Preis, den eine Wallet lesen kann; vielleicht verkauft sie nur Abos.', 'Wo Farthing nach Preisen sucht'],
      reason: ['Das ist so gemeint, wie es dort steht: Die Seite verlangt Geld auf eine Weise, auf die Farthing nicht bezahlt, oder in einem Netzwerk, in dem es nicht bezahlt. Es wurde nichts abgebucht. Manche Gründe schützen dich und lassen sich nicht übergehen.'],
      notEnough: ['In deinem Geldbeutel ist weniger als der Preis, oder ein Teil ist für Zahlungen zurückgelegt, die unterwegs sind.', 'Wie fülle ich den Geldbeutel?', 'Übersicht'],
      limit: ['Du kannst es erhöhen, wenn du willst. Ein neuer Tag beginnt um Mitternacht, ein neuer Monat am Ersten.', 'Deine Limits'],
    },
  },
  warned: {
    title: 'Farthing warnt mich',
    also: 'warnung warnt verdächtig risiko gefahr betrug abzocke ungewöhnlich empfänger geändert vorsicht aufgefallen sicher seriös',
    steps: {
      start: ['Bist du dir bei dieser Website sicher?', 'Ja, ich kenne sie', 'Nicht ganz', 'Ich habe schon bezahlt, und es war Betrug'],
      sure: ['„Warum wird mir das gesagt?“ neben der Warnung nennt, was aufgefallen ist. Es kann ehrlich sein: Websites wechseln durchaus ihr Konto. Wenn es so ist, bestätige das mit dem Häkchen und mach weiter. Wonach gesucht wird, bestimmst du.'],
      unsure: ['„Jetzt nicht“ kostet nichts. Gib die Adresse der Website selbst in einem neuen Tab ein und vergleich. Nach drei solchen Antworten in einer Stunde wird nichts bezahlt, bis du bestätigt hast, dass du es bist.'],
      paid: ['Bezeichne es auf der Seite der Zahlung als Betrug: Dann warnt Farthing dich, bevor an diese Website oder dieses Konto wieder etwas geht. Unter „Etwas ging schief“ kannst du eine Rückzahlung anfragen; ein Betrüger gibt nichts zurück, und holen kann es niemand.'],
    },
  },
  'who-learns': {
    title: 'Wer erfährt, was ich lese?',
    also: 'privatsphäre datenschutz privat verfolgen tracking daten anonym persönlich sehen verlauf spionieren telemetrie löschen vergessen',
    steps: {
      start: [
        'Die Website, die du bezahlst, wie bei jedem Besuch, und von Farthing sonst niemand. Der Dienst, der dein Guthaben liest, sieht dein Konto. Zahlungen sind in ihrem Netzwerk öffentlich, ohne deinen Namen.',
        'Was gespeichert ist, liegt auf diesem Gerät, und du kannst eine Website, einen Zeitraum oder alles vergessen lassen.',
        'Was gespeichert ist und wer was bekommen hat',
        'Ein eigener Geldbeutel für eine Website',
      ],
    },
  },
  'browser-closed': {
    title: 'Der Browser ging mittendrin zu',
    also: 'absturz abgestürzt geschlossen strom akku leer unterbrochen netz offline verbindung verloren mitten neustart tab',
    steps: {
      start: ['Jede Zahlung wird notiert, bevor sie hinausgeht. Wenn du zurückkommst und die Wallet öffnest, findet Farthing heraus, was daraus geworden ist, und bringt sie zu Ende oder zeigt, dass nichts abgebucht wurde. Ein zweites Mal zahlt es dafür nie.', 'Eine Zahlung hängt'],
    },
  },
  'cannot-do': {
    title: 'Eine Zahlung zurücknehmen, und was sonst nicht geht',
    also: 'zurücknehmen zurückholen rückgängig stornieren rückbuchung lastschrift widersprechen stoppen garantie käuferschutz versicherung bank geld zurück unmöglich grenzen auszahlen',
    steps: {
      start: ['Was suchst du?', 'Eine Zahlung zurücknehmen', 'Jemanden, der einen Streit entscheidet', 'Eine Zahlung stoppen, die unterwegs ist', 'Geld auf ein Bankkonto bringen'],
      takeBack: ['Niemand kann eine Zahlung zurücknehmen; nur der Verkäufer kann zurückzahlen. Deshalb siehst du den ganzen Preis, bevor du zustimmst. Farthing fragt in der richtigen Form danach, bewahrt den Beweis auf und sagt dir, was daraus wird.'],
      judge: ['Farthing urteilt über niemanden. Wo ein Verkäufer nicht antwortet, nennt die Anfrage Stellen außerhalb für dein Land.'],
      stop: ['Solange eine Zahlung ohne Nachfrage ihre fünf Sekunden wartet, beendet „Stoppen“ sie. Danach hat der Verkäufer sie in der Hand; bleibt sie ungenutzt, wird in wenigen Minuten nichts daraus.'],
      bank: ['Farthing bezahlt nur. Deine zwölf Wörter öffnen dasselbe Konto in anderen Wallets, die das Geld an eine Börse schicken können.'],
    },
  },
}
