import { describe, expect, test } from 'vitest'
import { createDetector } from './detect.ts'

const detect = createDetector({ places: null, skills: null })

function levelOf(title: string, description = ''): string | null {
  return detect({ title, company: '', location_text: '', description }).facts.seniority_level
}

describe('in titles', () => {
  const cases: [string, string | null][] = [
    ['Software Engineer', null],
    ['Senior Software Engineer', 'senior'],
    ['Sr. Software Dev Engineer', 'senior'],
    ['Snr Developer', 'senior'],
    ['(Senior) Data Engineer', 'senior'],
    ['Senior Living Coordinator', null],
    ['Senior Care Assistant', null],
    ['Driver for Senior Citizens', null],
    ['Junior Developer', 'junior'],
    ['Jr. Analyst', 'junior'],
    ['Graduate Scientist', 'junior'],
    ['Data Analyst Trainee', 'junior'],
    ['Data Consultant Apprenticeship', 'junior'],
    ['Entry-Level Accountant', 'junior'],
    ['Graduate School Coordinator', null],
    ['Software Engineer II', null],
    ['Software Engineer III', null],
    ['Mid-Level Java Developer', 'mid'],
    ['Medior PHP developer', 'mid'],
    ['Lead Developer', 'lead'],
    ['Tech Team Lead', 'lead'],
    ['Technical Lead - Toxicology', 'lead'],
    ['Business Development Lead', 'lead'],
    ['Lead Generation Specialist', null],
    ['Staff Engineer', 'principal'],
    ['Staff Machine Learning Engineer', 'principal'],
    ['Senior Staff Software Engineer', 'principal'],
    ['Staff Nurse', null],
    ['Staff Physician (MICU Hospitalist)', null],
    ['Senior Staff Accountant', 'senior'],
    ['Kitchen Staff', null],
    ['Principal Data Scientist', 'principal'],
    ['Assistant Principal', null],
    ['Senior / Staff Fullstack Engineer', 'senior'],
    ['Machine Learning Engineer/ Senior Machine Learning Engineer', 'senior'],
    ['Junior / Graduate Data Engineer', 'junior'],
    ['Engineering Manager', 'manager'],
    ['Sr. Sales Manager', 'manager'],
    ['Senior Construction Manager', 'manager'],
    ['Asheville Facility Manager', 'manager'],
    ['Product Manager', null],
    ['Project Manager', null],
    ['Account Manager', null],
    ['Senior Product Manager', 'senior'],
    ['Customer Success Manager', null],
    ['Account Executive', null],
    ['Strategic Account Executive', null],
    ['Executive Assistant', null],
    ['Assistant to the Director', null],
    ['Director of Engineering', 'director'],
    ['Associate Director', 'director'],
    ['Head of People & Culture', 'director'],
    ['Head Chef', null],
    ['Co-Founder/CTO', 'executive'],
    ['VP Engineering', 'executive'],
    ['Vice President of Sales', 'executive'],
    ['Chief Financial Officer', 'executive'],
    ['Executive Assistant to the CEO', null],
    ['Founding Engineer', null],
    ['Software Engineering Intern', 'intern'],
    ['Internal Auditor', null],
    ['Werkstudent Marketing', 'intern'],
    ['Alternance - Data Analyst', 'intern'],
    ['Stagiaire RH', 'intern'],
    ['Teamleiter Vertrieb', 'manager'],
    ['Data Analyst - Move to Management', null],
    ['Leadership Coach', null],
    ['Assistant Manager', 'manager'],
    ["Director's Assistant", null],
    ['Jefe de proyecto', null],
    ['Duales Studium Informatik', 'intern'],
    ['Lead/Senior Engineer', 'lead'],
    ['Junior to Mid-level Developer', 'junior'],
    ['Executive Director', 'executive'],
    ['Research Fellow', null],
    ['Senior Associate', 'senior'],
    ['', null],
  ]
  test.each(cases)('%s', (title, expected) => {
    expect(levelOf(title)).toBe(expected)
  })
})

describe('in the text', () => {
  const cases: [string, string, string | null][] = [
    ['Engineer', 'Experience level: Junior, Mid-Level', 'junior'],
    ['Engineer', 'Seniority: Mid-level', 'mid'],
    ['Engineer', 'Level: Senior', 'senior'],
    ['Engineer', 'Experience level: Mid-Senior Level', null],
    ['Engineer', 'Experience level: Not Applicable', null],
    ['Engineer', 'Experience: 5 years', null],
    ['Staff Engineer', 'Level: Senior', 'principal'],
    ['Engineer', 'We are looking for a Senior Software Engineer to join us.', 'senior'],
    ['Engineer', 'Acme is hiring a full-stack Senior Software Engineer.', 'senior'],
    ['Engineer', 'This mid-level role ensures quality.', 'mid'],
    ['Engineer', 'You report to the Director of Engineering.', null],
    ['Engineer', 'Reports to: Senior Manager', null],
    ['Engineer', 'You present to senior leadership and senior stakeholders.', null],
    ['Engineer', 'Guiding junior developers', null],
    ['Engineer', 'You need 10+ years of experience.', null],
    ['Engineer', 'Grow into our senior team', null],
    ['', 'Acme | Senior Product Engineer | Remote | Full-time', 'senior'],
    ['', 'Acme | Founding Sr Backend Engineer | SF', 'senior'],
    ['', 'Acme | Backend Engineer | SF\n\nOur CEO founded it.', null],
    ['Marketing', 'Employment type: Internship', 'intern'],
  ]
  test.each(cases)('%s: %s', (title, text, expected) => {
    expect(levelOf(title, text)).toBe(expected)
  })
})
