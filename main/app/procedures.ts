import { activityQueries, eventCommands, eventQueries } from '../activity/service.ts'
import { type Ai, aiCommands, aiQueries } from '../ai/service.ts'
import { analyticsQueries } from '../analytics/service.ts'
import { applicationCommands, applicationQueries, applicationUndoers } from '../applications/service.ts'
import { type BackupTask, backupCommands, backupQueries } from '../backup/service.ts'
import { campaignCommands, campaignUndoers } from '../campaigns/service.ts'
import { changeCommands, changeQueries } from '../changes/service.ts'
import { type Checks, checkCommands, checkQueries } from '../checks/service.ts'
import { type CompanyTools, companyCommands, companyQueries, companyUndoers } from '../companies/service.ts'
import { contactCommands, contactQueries, contactUndoers } from '../contacts/service.ts'
import {
  type DetectionTools,
  detectionCommands,
  detectionQueries,
  detectionUndoers,
} from '../detection/service.ts'
import { attachCommands, attachQueries, attachUndoers } from '../documents/attach.ts'
import {
  type DocumentTools,
  documentCommands,
  documentQueries,
  documentUndoers,
} from '../documents/service.ts'
import { comparisonCommands, comparisonQueries, comparisonUndoers } from '../feedback/comparisons.ts'
import { feedbackCommands, feedbackQueries, feedbackUndoers } from '../feedback/service.ts'
import { healthCommands, healthQueries } from '../health/service.ts'
import { importCommands } from '../imports/service.ts'
import { idsOf, jobCommands, jobQueries, jobUndoers, listJobs, rowsOf, toJobRow } from '../jobs/service.ts'
import { type LetterTools, letterCommands, letterQueries } from '../letters/service.ts'
import {
  type NotificationTools,
  notificationCommands,
  notificationQueries,
} from '../notifications/service.ts'
import { type ByHandTools, byHandCommands } from '../pipeline/by-hand.ts'
import type { Engine } from '../pipeline/engine.ts'
import { estimateQueries } from '../pipeline/estimate.ts'
import { jobInsights } from '../pipeline/explain.ts'
import { previewQueries } from '../pipeline/preview.ts'
import { runCommands, runQueries } from '../pipeline/service.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Bus } from '../platform/events/bus.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import { addedUndoers, postingUndoers } from '../postings/service.ts'
import { presetCommands, presetQueries, presetUndoers } from '../presets/service.ts'
import { profileCommands, profileQueries, profileUndoers } from '../profile/service.ts'
import { type Rates, ratesCommands, ratesQueries } from '../ranking/rates-service.ts'
import { reminderCommands, reminderQueries, reminderUndoers } from '../reminders/service.ts'
import { sniffDocument } from '../resumes/files/sniff.ts'
import { resumeCommands, resumeQueries, resumeUndoers } from '../resumes/service.ts'
import { sampleCommands } from '../sample/service.ts'
import { scheduleQueries } from '../schedule/service.ts'
import { searchQueries } from '../search/service.ts'
import { settingsCommands, settingsQueries } from '../settings/service.ts'
import { skillGapQueries } from '../skill-gap/service.ts'
import {
  type Sources,
  type SourceTools,
  sourceCommands,
  sourceQueries,
  sourceUndoers,
} from '../sources/service.ts'

/** Every query of the contract; a missing one does not compile. */
export const createQueries = (sources: Sources): Queries => ({
  ...activityQueries,
  ...aiQueries,
  ...analyticsQueries,
  ...applicationQueries,
  ...attachQueries,
  ...backupQueries,
  ...changeQueries,
  ...checkQueries,
  ...companyQueries,
  ...comparisonQueries,
  ...contactQueries,
  ...detectionQueries,
  ...documentQueries,
  ...estimateQueries,
  ...eventQueries,
  ...feedbackQueries,
  ...healthQueries,
  ...jobQueries(jobInsights),
  ...letterQueries,
  ...notificationQueries,
  ...presetQueries,
  ...previewQueries,
  ...profileQueries,
  ...ratesQueries,
  ...reminderQueries,
  ...resumeQueries,
  ...runQueries,
  ...scheduleQueries,
  ...searchQueries({ rowsOf, idsOf, listJobs, toJobRow }),
  ...settingsQueries,
  ...skillGapQueries,
  ...sourceQueries(sources),
})

/** What the commands need of the backend around them. */
export interface CommandTools extends SourceTools, CompanyTools, DetectionTools, LetterTools {
  ai: Ai
  checks: Checks
  bus: Pick<Bus, 'retry'>
  engine: Engine
  notifications: NotificationTools
  rates: Rates
  reading: DocumentTools['reading']
  parser: ParserProcess
  compute: ByHandTools['compute']
  backup(task: BackupTask): Promise<unknown>
}

/** Every command of the contract; a missing one does not compile. */
export function createCommands(tools: CommandTools): Commands {
  return {
    ...aiCommands(tools.ai),
    ...applicationCommands,
    ...attachCommands,
    ...backupCommands(tools.backup),
    ...byHandCommands(tools),
    ...campaignCommands(tools.rankAgain),
    ...changeCommands({
      ...applicationUndoers,
      ...attachUndoers,
      ...campaignUndoers(tools.rankAgain),
      ...companyUndoers(tools.rankAgain),
      ...comparisonUndoers,
      ...contactUndoers,
      ...detectionUndoers,
      ...documentUndoers,
      ...feedbackUndoers,
      ...jobUndoers,
      ...addedUndoers,
      ...postingUndoers,
      ...presetUndoers,
      ...profileUndoers,
      ...reminderUndoers,
      ...resumeUndoers,
      ...sourceUndoers,
    }),
    ...checkCommands(tools.checks),
    ...companyCommands(tools),
    ...comparisonCommands(tools.rankAgain),
    ...contactCommands,
    ...detectionCommands(tools),
    ...documentCommands({ sniff: sniffDocument, reading: tools.reading, parser: tools.parser }),
    ...eventCommands(tools.bus),
    ...feedbackCommands(tools.rankAgain),
    ...healthCommands,
    ...importCommands(tools.parser),
    ...jobCommands,
    ...letterCommands(tools),
    ...notificationCommands(tools.notifications),
    ...presetCommands,
    ...profileCommands,
    ...ratesCommands(tools.rates),
    ...reminderCommands,
    ...resumeCommands(tools.ai),
    ...runCommands(tools.engine),
    ...sampleCommands(tools.engine),
    ...settingsCommands,
    ...sourceCommands(tools),
  }
}
