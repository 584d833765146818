'use client';

import { UserRoundX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { Dialog } from '@/client/ui/dialog';
import { SelectField } from '@/client/ui/select-field';
import { requestMemberDeletion } from './delete-request';
import type { Book } from './group-book';
import { useDeletion } from './use-deletion';

/** Erases one student of a group in all of its lessons, after asking. */
export function RemoveMember({ book: { id: groupId, students } }: { book: Book }) {
  const t = useTranslations('review.book');
  const erase = useTranslations('review.delete');
  const common = useTranslations('common');
  const router = useRouter();
  const carryOut = useDeletion();
  const [choosing, setChoosing] = useState(false);
  const [asking, setAsking] = useState(false);
  const [studentId, setStudentId] = useState('');
  const student = students.find(({ id }) => id === studentId) ?? students[0];
  if (!student) return null;

  const remove = async () => {
    if (!(await carryOut(requestMemberDeletion(groupId, student.id)))) return;
    toast.success(t('removed'));
    setStudentId('');
    router.refresh();
  };

  return (
    <>
      <Button icon={<UserRoundX aria-hidden="true" />} onClick={() => setChoosing(true)}>
        {t('removeStudent')}
      </Button>
      <Dialog
        open={choosing}
        onOpenChange={setChoosing}
        title={t('removeStudent')}
        actions={
          <>
            <Button onClick={() => setChoosing(false)}>{common('cancel')}</Button>
            <Button
              look="danger"
              onClick={() => {
                setChoosing(false);
                setAsking(true);
              }}
            >
              {erase('continue')}
            </Button>
          </>
        }
      >
        <SelectField
          label={erase('choose')}
          value={student.id}
          onChange={setStudentId}
          choices={students.map(({ id, nickname }) => ({ value: id, label: nickname }))}
        />
      </Dialog>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('removeTitle', { name: student.nickname })}
        description={t('removeText', { name: student.nickname })}
        confirmLabel={t('removeConfirm')}
        danger
        onConfirm={remove}
      />
    </>
  );
}
