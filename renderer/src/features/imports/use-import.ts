import { useCallback, useEffect, useRef, useState } from 'react'
import type { CampaignId, RunId, UploadId } from '../../../../main/contract/ids.ts'
import type { ImportPreview, Mapping } from '../../../../main/contract/imports.ts'
import { CampaignDraft } from '../../../../main/contract/shapes.ts'
import { client } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { uploadFile } from './upload.ts'

/** Where an import stands, from the choice of a file to the run that reads it. */
export type ImportStep =
  | { at: 'choose'; error: unknown }
  | { at: 'upload'; file: File; sent: number }
  | { at: 'look'; file: File }
  | { at: 'map'; file: File; uploadId: UploadId; preview: ImportPreview; starting: boolean; error: unknown }
  | { at: 'run'; file: File; runId: RunId; campaignId: CampaignId }

/** Into which campaign: one that is there, or a new one by its name. */
export type ImportGoal = { campaignId: CampaignId } | { name: string }

/** Leads one file through upload, preview and start. What was uploaded and never started is discarded at the end. */
export function useImport(first: File | null) {
  const [step, setStep] = useState<ImportStep>({ at: 'choose', error: null })
  const stop = useRef<AbortController | null>(null)
  const pending = useRef<UploadId | null>(null)

  const discard = useCallback(() => {
    stop.current?.abort()
    const uploadId = pending.current
    pending.current = null
    // It only frees room earlier; the core clears forgotten uploads by itself.
    if (uploadId) client.uploads.discard({ uploadId }).catch(() => undefined)
  }, [])

  const take = useCallback(
    async (file: File) => {
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
        const preview = await client.imports.preview({ uploadId })
        if (own.signal.aborted) return
        setStep({ at: 'map', file, uploadId, preview, starting: false, error: null })
      } catch (error) {
        // After a cancel the dialog is where the person put it.
        if (!own.signal.aborted) setStep({ at: 'choose', error })
      }
    },
    [discard],
  )

  const start = async (goal: ImportGoal, mapping: Mapping) => {
    if (step.at !== 'map' || step.starting) return
    setStep({ ...step, starting: true, error: null })
    try {
      const campaignId =
        'campaignId' in goal
          ? goal.campaignId
          : (await client.campaigns.create(CampaignDraft.parse({ name: goal.name }))).campaignId
      const { runId } = await client.imports.start({ uploadId: step.uploadId, campaignId, mapping })
      pending.current = null
      setStep({ at: 'run', file: step.file, runId, campaignId })
    } catch (error) {
      setStep({ ...step, starting: false, error: errorOf(error) })
    }
  }

  useEffect(() => {
    if (first) void take(first)
    return discard
  }, [first, take, discard])

  return {
    step,
    take: (file: File) => void take(file),
    start,
    /** Back to the choice of a file. */
    reset: () => {
      discard()
      setStep({ at: 'choose', error: null })
    },
  }
}
