import { useCallback, useEffect, useRef, useState } from 'react'
import { type Added, IncompletePosting, type PastedFacts } from '../../../../main/contract/by-hand.ts'
import type { CampaignId, RunId, UploadId } from '../../../../main/contract/ids.ts'
import type { ImportPreview, Mapping } from '../../../../main/contract/imports.ts'
import { CampaignDraft } from '../../../../main/contract/shapes.ts'
import { client } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import type { ReviewedText } from '../add/review-form.tsx'
import { uploadFile } from './upload.ts'

/** Where an import stands, from the choice of a file to the run that reads it, or to the one job that it holds. */
export type ImportStep =
  | { at: 'choose'; error: unknown }
  | { at: 'upload'; file: File; sent: number }
  | { at: 'look'; file: File }
  | { at: 'map'; file: File; uploadId: UploadId; preview: ImportPreview; starting: boolean; error: unknown }
  | { at: 'run'; file: File; runId: RunId; campaignId: CampaignId }
  | { at: 'company'; file: File; uploadId: UploadId; posting: IncompletePosting }
  | { at: 'review'; file: File; text: string; facts: PastedFacts; saving: boolean; error: unknown }

/** Into which campaign: one that is there, or a new one by its name. */
export type ImportGoal = { campaignId: CampaignId } | { name: string }

interface ImportHooks {
  /** The campaign of a single job; of a table it is asked for. */
  campaignId: CampaignId | null
  /** A page or a text became a job. */
  onAdded: (added: Added) => void
  /** The last file is done with. */
  onDone: () => void
}

/**
 * Leads files one after the other, each its way: a table through preview and start, a saved page straight to its job,
 * a text through a form. What was uploaded and never started is discarded at the end.
 */
export function useImport(first: readonly File[], { campaignId, onAdded, onDone }: ImportHooks) {
  const [step, setStep] = useState<ImportStep>({ at: 'choose', error: null })
  const [waiting, setWaiting] = useState<readonly File[]>([])
  const stop = useRef<AbortController | null>(null)
  const pending = useRef<UploadId | null>(null)
  const latest = useRef({ campaignId, onAdded, onDone })
  latest.current = { campaignId, onAdded, onDone }

  const discard = useCallback(() => {
    stop.current?.abort()
    const uploadId = pending.current
    pending.current = null
    // It only frees room earlier; the core clears forgotten uploads by itself.
    if (uploadId) client.uploads.discard({ uploadId }).catch(() => undefined)
  }, [])

  /** Stores the page of an uploaded file; answers whether it is done with. */
  const addPage = useCallback(async (file: File, uploadId: UploadId, company: string | null) => {
    try {
      const added = await client.postings.addFile({
        uploadId,
        campaignId: latest.current.campaignId,
        company,
      })
      pending.current = null
      latest.current.onAdded(added)
      return true
    } catch (error) {
      const { code, details } = errorOf(error)
      const posting = code === 'posting_incomplete' ? IncompletePosting.safeParse(details).data : undefined
      if (!posting) throw error
      setStep({ at: 'company', file, uploadId, posting })
      return false
    }
  }, [])

  const take = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const [file, ...rest] = files
      setWaiting(rest)
      if (!file) return latest.current.onDone()
      discard()
      const own = new AbortController()
      stop.current = own
      setStep({ at: 'upload', file, sent: 0 })
      try {
        const uploadId = await uploadFile(client.uploads, file, own.signal, sent =>
          setStep({ at: 'upload', file, sent }),
        )
        pending.current = uploadId
        setStep({ at: 'look', file })
        const look = await client.imports.look({ uploadId })
        if (own.signal.aborted) return
        if (look.way === 'table')
          setStep({ at: 'map', file, uploadId, preview: look.preview, starting: false, error: null })
        else if (look.way === 'text') {
          discard()
          setStep({ at: 'review', file, text: look.text, facts: look.facts, saving: false, error: null })
        } else if (await addPage(file, uploadId, null)) await take(rest)
      } catch (error) {
        // After a cancel the dialog is where the person put it.
        if (!own.signal.aborted) setStep({ at: 'choose', error })
      }
    },
    [discard, addPage],
  )

  const start = async (goal: ImportGoal, mapping: Mapping) => {
    if (step.at !== 'map' || step.starting) return
    setStep({ ...step, starting: true, error: null })
    try {
      const goalId =
        'campaignId' in goal
          ? goal.campaignId
          : (await client.campaigns.create(CampaignDraft.parse({ name: goal.name }))).campaignId
      const { runId } = await client.imports.start({ uploadId: step.uploadId, campaignId: goalId, mapping })
      pending.current = null
      setStep({ at: 'run', file: step.file, runId, campaignId: goalId })
    } catch (error) {
      setStep({ ...step, starting: false, error: errorOf(error) })
    }
  }

  const nameCompany = async (company: string) => {
    if (step.at !== 'company') return
    const { file, uploadId } = step
    setStep({ at: 'look', file })
    try {
      if (await addPage(file, uploadId, company)) await take(waiting)
    } catch (error) {
      setStep({ at: 'choose', error })
    }
  }

  const save = async (reviewed: ReviewedText) => {
    if (step.at !== 'review' || step.saving) return
    setStep({ ...step, saving: true, error: null })
    try {
      onAdded(await client.postings.addText({ ...reviewed, campaignId }))
      await take(waiting)
    } catch (error) {
      setStep({ ...step, saving: false, error })
    }
  }

  useEffect(() => {
    if (first.length > 0) void take(first)
    return discard
  }, [first, take, discard])

  return {
    step,
    /** Files that come after this one. */
    waiting: waiting.length,
    take: (files: readonly File[]) => void take(files),
    /** Leaves this file and goes on with the next. */
    next: () => {
      discard()
      void take(waiting)
    },
    start,
    nameCompany,
    save,
    /** Back to the choice of a file. */
    reset: () => {
      discard()
      setWaiting([])
      setStep({ at: 'choose', error: null })
    },
  }
}
