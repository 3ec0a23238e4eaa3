import { type FormEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { updateSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast-store.ts'
import { boardToken } from '../campaigns/board-token.ts'

/** "acme-labs" → "Acme labs": a first name for the campaign, which the person can change. */
function nameOf(token: string): string {
  const words = token.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Makes a campaign with one Greenhouse board and starts its first run. */
export function FollowBoard({ open, onClose }: { open: boolean; onClose: () => void }) {
  const navigate = useNavigate()
  const form = useId()
  const [address, setAddress] = useState('')
  const [query, setQuery] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)

  const follow = async (event: FormEvent) => {
    event.preventDefault()
    const board = boardToken(address)
    if (board === null) {
      setWrong(
        'Write the name of the board, or paste its address, such as https://boards.greenhouse.io/acme.',
      )
      return
    }
    setBusy(true)
    try {
      const { campaignId } = await client.campaigns.create({ name: nameOf(board), query })
      await client.sources.add({ kind: 'greenhouse', config: { board }, campaignId })
      await client.runs.start({ campaignId })
      await updateSettings({ welcomeDone: true })
      toast(`Collecting the jobs of ${nameOf(board)}`)
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
      description="Its public postings on Greenhouse are collected every day; the company is told nothing about you."
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
          label="Board"
          hint="The name in the address of the company's job page, or the whole address."
          placeholder="https://boards.greenhouse.io/acme"
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
