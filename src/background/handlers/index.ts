import type { Handlers } from '../../messaging/router'
import type { Authority } from '../../vault/authority'
import type { App } from '../app'
import { accountRead } from './account.read'
import { allowancesAdd } from './allowances.add'
import { allowancesDecline } from './allowances.decline'
import { allowancesDeclined } from './allowances.declined'
import { allowancesEnd } from './allowances.end'
import { allowancesOfferAgain } from './allowances.offerAgain'
import { allowancesRead } from './allowances.read'
import { approvalAgree } from './approval.agree'
import { approvalDecline } from './approval.decline'
import { approvalRead } from './approval.read'
import { approvalRefresh } from './approval.refresh'
import { approvalSignIn } from './approval.signIn'
import { backupMake } from './backup.make'
import { backupRead } from './backup.read'
import { cardDismiss } from './card.dismiss'
import { cardOpen } from './card.open'
import { cardRead } from './card.read'
import { cardUndo } from './card.undo'
import { codeConfirm } from './code.confirm'
import { codeMake } from './code.make'
import { codeRemove } from './code.remove'
import { disputesAssess } from './disputes.assess'
import { disputesClose } from './disputes.close'
import { disputesCounter } from './disputes.counter'
import { disputesDraft } from './disputes.draft'
import { disputesDrafts } from './disputes.drafts'
import { disputesEscalate } from './disputes.escalate'
import { disputesFile } from './disputes.file'
import { disputesList } from './disputes.list'
import { disputesNote } from './disputes.note'
import { disputesPreview } from './disputes.preview'
import { disputesRead } from './disputes.read'
import { disputesRefresh } from './disputes.refresh'
import { disputesSave } from './disputes.save'
import { exportBegin } from './export.begin'
import { exportRead } from './export.read'
import { fragmentInserted } from './fragment.inserted'
import { historySearch } from './history.search'
import { historyTotals } from './history.totals'
import { historyWanted } from './history.wanted'
import { importAdd } from './import.add'
import { importBegin } from './import.begin'
import { libraryKeep } from './library.keep'
import { libraryList } from './library.list'
import { libraryRead } from './library.read'
import { libraryRemove } from './library.remove'
import { limitsChange } from './limits.change'
import { limitsRead } from './limits.read'
import { pageFound } from './page.found'
import { pageHints } from './page.hints'
import { pageTips } from './page.tips'
import { paymentsLabel } from './payments.label'
import { paymentsList } from './payments.list'
import { paymentsRead } from './payments.read'
import { paymentsRetry } from './payments.retry'
import { pinClear } from './pin.clear'
import { pinSet } from './pin.set'
import { policyAgree } from './policy.agree'
import { policyDecline } from './policy.decline'
import { policyExport } from './policy.export'
import { policyLook } from './policy.look'
import { policyRead } from './policy.read'
import { policyTexts } from './policy.texts'
import { privacyErase } from './privacy.erase'
import { privacyForget } from './privacy.forget'
import { privacyKeep } from './privacy.keep'
import { privacyRead } from './privacy.read'
import { privacySupport } from './privacy.support'
import { privacyWeigh } from './privacy.weigh'
import { pursesAdd } from './purses.add'
import { pursesAssign } from './purses.assign'
import { pursesBalance } from './purses.balance'
import { pursesEndpoint } from './purses.endpoint'
import { pursesFind } from './purses.find'
import { pursesRead } from './purses.read'
import { pursesRename } from './purses.rename'
import { ratesRead } from './rates.read'
import { refundsAnswer } from './refunds.answer'
import { refundsLook } from './refunds.look'
import { restoreAdd } from './restore.add'
import { restoreBegin } from './restore.begin'
import { securityRead } from './security.read'
import { sellingPage } from './selling.page'
import { sellingSeller } from './selling.seller'
import { settingsChange } from './settings.change'
import { settingsRead } from './settings.read'
import { signInsForget } from './signIns.forget'
import { signInsRead } from './signIns.read'
import { slotsAdd } from './slots.add'
import { slotsAddRecovery } from './slots.addRecovery'
import { slotsRemove } from './slots.remove'
import { slotsRename } from './slots.rename'
import { stepUpBegin } from './stepUp.begin'
import { stepUpProve } from './stepUp.prove'
import { tabOpen } from './tab.open'
import { tabRead } from './tab.read'
import { tabTip } from './tab.tip'
import { tabUndo } from './tab.undo'
import { walletConfirmBackup } from './wallet.confirmBackup'
import { walletCreate } from './wallet.create'
import { walletLock } from './wallet.lock'
import { walletRead } from './wallet.read'
import { walletRestore } from './wallet.restore'
import { walletUnlock } from './wallet.unlock'
import { watchOpen } from './watch.open'
import { watchRead } from './watch.read'
import { watchBlock } from './watch.block'
import { watchBlocked } from './watch.blocked'
import { watchReport } from './watch.report'
import { watchSet } from './watch.set'
import { watchUnblock } from './watch.unblock'
import { watchUphold } from './watch.uphold'
import { wishAdd } from './wish.add'
import { wishUndo } from './wish.undo'
import { wishesForget } from './wishes.forget'
import { wishesRead } from './wishes.read'
import { wordsCheck } from './words.check'
import { wordsRead } from './words.read'

/** One handler for every message of the contract: a missing one does not compile. */
export const handlers: Handlers<App, Authority> = {
  'page.found': pageFound,
  'page.hints': pageHints,
  'page.tips': pageTips,
  'card.read': cardRead,
  'card.open': cardOpen,
  'card.undo': cardUndo,
  'card.dismiss': cardDismiss,
  'fragment.inserted': fragmentInserted,
  'wallet.read': walletRead,
  'wallet.create': walletCreate,
  'wallet.restore': walletRestore,
  'wallet.confirmBackup': walletConfirmBackup,
  'wallet.unlock': walletUnlock,
  'wallet.lock': walletLock,
  'stepUp.begin': stepUpBegin,
  'stepUp.prove': stepUpProve,
  'security.read': securityRead,
  'slots.add': slotsAdd,
  'slots.addRecovery': slotsAddRecovery,
  'slots.remove': slotsRemove,
  'slots.rename': slotsRename,
  'words.read': wordsRead,
  'words.check': wordsCheck,
  'pin.set': pinSet,
  'pin.clear': pinClear,
  'code.make': codeMake,
  'code.confirm': codeConfirm,
  'code.remove': codeRemove,
  'backup.make': backupMake,
  'backup.read': backupRead,
  'restore.begin': restoreBegin,
  'restore.add': restoreAdd,
  'export.begin': exportBegin,
  'export.read': exportRead,
  'import.begin': importBegin,
  'import.add': importAdd,
  'account.read': accountRead,
  'settings.read': settingsRead,
  'settings.change': settingsChange,
  'purses.add': pursesAdd,
  'purses.assign': pursesAssign,
  'purses.balance': pursesBalance,
  'purses.endpoint': pursesEndpoint,
  'purses.find': pursesFind,
  'purses.read': pursesRead,
  'purses.rename': pursesRename,
  'rates.read': ratesRead,
  'limits.read': limitsRead,
  'limits.change': limitsChange,
  'library.list': libraryList,
  'library.read': libraryRead,
  'library.remove': libraryRemove,
  'library.keep': libraryKeep,
  'allowances.read': allowancesRead,
  'allowances.add': allowancesAdd,
  'allowances.decline': allowancesDecline,
  'allowances.declined': allowancesDeclined,
  'allowances.offerAgain': allowancesOfferAgain,
  'allowances.end': allowancesEnd,
  'watch.read': watchRead,
  'watch.block': watchBlock,
  'watch.blocked': watchBlocked,
  'watch.unblock': watchUnblock,
  'watch.open': watchOpen,
  'watch.uphold': watchUphold,
  'policy.read': policyRead,
  'policy.texts': policyTexts,
  'policy.look': policyLook,
  'selling.page': sellingPage,
  'selling.seller': sellingSeller,
  'policy.agree': policyAgree,
  'policy.decline': policyDecline,
  'policy.export': policyExport,
  'watch.report': watchReport,
  'watch.set': watchSet,
  'tab.read': tabRead,
  'tab.open': tabOpen,
  'tab.tip': tabTip,
  'tab.undo': tabUndo,
  'approval.read': approvalRead,
  'approval.agree': approvalAgree,
  'approval.decline': approvalDecline,
  'approval.refresh': approvalRefresh,
  'approval.signIn': approvalSignIn,
  'signIns.read': signInsRead,
  'signIns.forget': signInsForget,
  'wish.add': wishAdd,
  'wish.undo': wishUndo,
  'wishes.read': wishesRead,
  'wishes.forget': wishesForget,
  'payments.list': paymentsList,
  'payments.read': paymentsRead,
  'history.totals': historyTotals,
  'history.wanted': historyWanted,
  'payments.retry': paymentsRetry,
  'disputes.assess': disputesAssess,
  'disputes.preview': disputesPreview,
  'disputes.file': disputesFile,
  'disputes.list': disputesList,
  'disputes.read': disputesRead,
  'disputes.refresh': disputesRefresh,
  'disputes.note': disputesNote,
  'disputes.counter': disputesCounter,
  'disputes.draft': disputesDraft,
  'disputes.drafts': disputesDrafts,
  'disputes.escalate': disputesEscalate,
  'disputes.close': disputesClose,
  'disputes.save': disputesSave,
  'refunds.look': refundsLook,
  'refunds.answer': refundsAnswer,
  'privacy.read': privacyRead,
  'privacy.keep': privacyKeep,
  'privacy.support': privacySupport,
  'privacy.weigh': privacyWeigh,
  'privacy.forget': privacyForget,
  'privacy.erase': privacyErase,
  'payments.label': paymentsLabel,
  'history.search': historySearch,
}
