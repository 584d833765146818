'use client';

import { Trash2, UserRoundX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { Dialog } from '@/client/ui/dialog';
import { SelectField } from '@/client/ui/select-field';
import { requestClassDeletion, requestStudentDeletion } from './delete-request';
import type { ClassReview } from './review-data';
import { useDeletion } from './use-deletion';

/** Erases one student's data or the whole class, each after asking. */
export function DeleteMenu({ review }: { review: ClassReview }) {
  const t = useTranslations('review.delete');
  const common = useTranslations('common');
  const router = useRouter();
  const carryOut = useDeletion();
  const [choosing, setChoosing] = useState(false);
  const [asking, setAsking] = useState<'student' | 'class' | null>(null);
  const [studentId, setStudentId] = useState('');
  const student = review.students.find(({ id }) => id === studentId) ?? review.students[0];

  const deleteStudent = async () => {
    if (!student || !(await carryOut(requestStudentDeletion(review.id, student.id)))) return;
    toast.success(t('studentDone'));
    setStudentId('');
    router.refresh();
  };
  const deleteClass = async () => {
    if (!(await carryOut(requestClassDeletion(review.id)))) return;
    router.push('/review');
    router.refresh();
  };

  return (
    <>
      {student && (
        <Button icon={<UserRoundX aria-hidden="true" />} onClick={() => setChoosing(true)}>
          {t('student')}
        </Button>
      )}
      <Button
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => setAsking('class')}
        className="text-danger!"
      >
        {t('class')}
      </Button>
      <Dialog
        open={choosing}
        onOpenChange={setChoosing}
        title={t('student')}
        actions={
          <>
            <Button onClick={() => setChoosing(false)}>{common('cancel')}</Button>
            <Button
              look="danger"
              onClick={() => {
                setChoosing(false);
                setAsking('student');
              }}
            >
              {t('continue')}
            </Button>
          </>
        }
      >
        <SelectField
          label={t('choose')}
          value={student?.id ?? ''}
          onChange={setStudentId}
          choices={review.students.map(({ id, nickname }) => ({ value: id, label: nickname }))}
        />
      </Dialog>
      <ConfirmDialog
        open={asking === 'student'}
        onOpenChange={(open) => open || setAsking(null)}
        title={t('studentTitle', { name: student?.nickname ?? '' })}
        description={t('studentText', { runs: student?.runCount ?? 0 })}
        confirmLabel={t('studentConfirm')}
        danger
        onConfirm={deleteStudent}
      />
      <ConfirmDialog
        open={asking === 'class'}
        onOpenChange={(open) => open || setAsking(null)}
        title={t('classTitle')}
        description={t('classText', { students: review.students.length, runs: review.runCount })}
        confirmLabel={t('classConfirm')}
        danger
        onConfirm={deleteClass}
      />
    </>
  );
}
