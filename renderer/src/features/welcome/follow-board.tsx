import { type FormEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { updateSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast-store.ts'
import { companyOf, nameFrom } from '../sources/source-words.ts'

const NOT_RECOGNISED =
  'This address is not recognised. Paste the whole address of the page that lists the jobs, such as https://jobs.lever.co/acme or https://boards.greenhouse.io/acme.'

/** Makes a campaign with the board of one company and starts its first run. */
export function FollowBoard({ open, onClose }: { open: boolean; onClose: () => void }) {
  const navigate = useNavigate()
  const form = useId()
  const [address, setAddress] = useState('')
  const [query, setQuery] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)

  const follow = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    try {
      const found = await client.sources.recognise({ text: address })
      if (!found) {
        setWrong(NOT_RECOGNISED)
        document.getElementById(form)?.querySelector('input')?.focus()
        return
      }
      const name = nameFrom(companyOf(found.label))
      const { campaignId } = await client.campaigns.create({ name, query })
      await client.sources.add({ kind: found.kind, config: found.config, campaignId })
      await client.runs.start({ campaignId })
      await updateSettings({ welcomeDone: true })
      toast(`Collecting the jobs of ${name}`)
      onClose()
      void navigate(`/campaigns/${campaignId}`)
    } catch (error) {
      failureToast(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Follow a company's job board"
      description="Its public postings are collected every day; the company is told nothing about you."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} busy={busy}>
            Follow and collect now
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={follow} className="flex flex-col gap-4">
        <TextField
          label="Careers address"
          hint="The page that lists the company's jobs on Greenhouse, Lever, Ashby or another of the systems that Rolecall reads."
          placeholder="https://jobs.lever.co/acme"
          spellCheck={false}
          value={address}
          error={wrong}
          onChange={event => {
            setAddress(event.target.value)
            setWrong(undefined)
          }}
        />
        <TextField
          label="Which jobs (optional)"
          hint="Words of the titles that you look for; jobs are ranked by them. Alternatives are separated by OR."
          placeholder="backend engineer OR platform engineer"
          value={query}
          onChange={event => setQuery(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
