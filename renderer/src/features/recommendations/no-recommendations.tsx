import { CircleCheckBig, UserRound } from 'lucide-react'
import { useNavigate } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'

/** The empty list of recommendations: without a profile the way to it, else the way to more jobs. */
export function NoRecommendations({ hasProfile }: { hasProfile: boolean }) {
  const navigate = useNavigate()
  if (!hasProfile)
    return (
      <EmptyState
        icon={UserRound}
        title="Nothing is known of you yet"
        action={
          <Button look="primary" icon={UserRound} onClick={() => void navigate('/profile')}>
            Fill in the profile
          </Button>
        }
      >
        Say which skills you have, where you want to work and how experienced you are. Jobs are then matched
        with it on this computer, and the best ones stand here.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={CircleCheckBig}
      title="No job to recommend"
      action={
        <Button look="primary" onClick={() => void navigate('/jobs')}>
          Go to jobs
        </Button>
      }
    >
      Jobs stand here that match your profile by 30 or more and ask enough of your skills, unless you applied
      to them or disliked them. Let a campaign collect more jobs, or add to your profile.
    </EmptyState>
  )
}
