import { useCallback, useEffect, useRef, useState } from 'react'
import { type Added, IncompletePosting, type PastedFacts } from '../../../../main/contract/by-hand.ts'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { client } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { hostOf, pasteKind, withScheme } from './paste-kind.ts'
import type { ReviewedText } from './review-form.tsx'

/** Where the adding of one job stands. */
export type AddStep =
  | { at: 'edit'; text: string; error: unknown }
  | { at: 'reading'; address: string; host: string }
  | { at: 'company'; address: string; posting: IncompletePosting }
  | { at: 'review'; text: string; facts: PastedFacts; saving: boolean; error: unknown }

const NO_FACTS: PastedFacts = { title: null, company: null, location: null, url: null }

/** Leads from an address or a text to a stored job. `onAdded` is told once, at the end. */
export function useAdd(campaignId: CampaignId | null, onAdded: (added: Added) => void) {
  const [step, setStep] = useState<AddStep>({ at: 'edit', text: '', error: null })
  /** The request under way; whatever answers to another one is ignored. */
  const current = useRef<string | null>(null)
  /** The last address that could not be read: the text that is pasted instead of it belongs to it. */
  const failed = useRef<string | null>(null)

  const stop = useCallback(() => {
    const requestId = current.current
    current.current = null
    // What has ended already cannot be cancelled, which is as good.
    if (requestId) client.postings.cancelAdd({ requestId }).catch(() => undefined)
  }, [])
  useEffect(() => stop, [stop])

  const readAddress = async (address: string, company: string | null = null) => {
    stop()
    const requestId = crypto.randomUUID()
    current.current = requestId
    setStep({ at: 'reading', address, host: hostOf(address) })
    try {
      const added = await client.postings.addUrl({ url: address, campaignId, company, requestId })
      if (current.current !== requestId) return
      current.current = null
      onAdded(added)
    } catch (error) {
      if (current.current !== requestId) return
      current.current = null
      const { code, details } = errorOf(error)
      const posting = code === 'posting_incomplete' ? IncompletePosting.safeParse(details).data : undefined
      if (posting) return setStep({ at: 'company', address, posting })
      failed.current = code === 'bad_input' ? null : withScheme(address)
      setStep({ at: 'edit', text: address, error })
    }
  }

  const readText = async (text: string) => {
    const facts = await client.postings.readText({ text: text.slice(0, 500_000) }).catch(() => NO_FACTS)
    const url = facts.url ?? failed.current
    setStep({ at: 'review', text, facts: { ...facts, url }, saving: false, error: null })
  }

  return {
    step,
    /** Reads what was typed, pasted or dropped. */
    take: async (text: string) => {
      const kind = pasteKind(text)
      if (kind === 'address') await readAddress(text)
      else if (kind === 'text') await readText(text)
    },
    /** Back to the field; what was read of an address is called off. */
    edit: (text: string) => {
      stop()
      setStep({ at: 'edit', text, error: null })
    },
    nameCompany: (company: string) => {
      if (step.at === 'company') void readAddress(step.address, company)
    },
    save: async (reviewed: ReviewedText) => {
      if (step.at !== 'review' || step.saving) return
      setStep({ ...step, saving: true, error: null })
      try {
        onAdded(await client.postings.addText({ ...reviewed, campaignId }))
      } catch (error) {
        setStep({ ...step, saving: false, error })
      }
    },
  }
}
