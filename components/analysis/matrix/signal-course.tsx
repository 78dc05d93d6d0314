import { ChartFigure } from '@/components/chart/chart-figure'
import { Section } from '@/components/layout/section'
import { drawCourse } from '@/lib/analysis/dataset/course-drawing'
import type { SignalCourse } from '@/lib/analysis/dataset/signal-course'

/** How the signal ran over time for this account. */
export function SignalCourseView({ course }: { course: SignalCourse }) {
  return (
    <Section title="Its course">
      <ChartFigure draw={(width) => drawCourse(course, width)} fileName={`${course.signal}-${course.account}-course`} />
    </Section>
  )
}
