/** What do multi-agency audits find, by standard, agency and round? */
import { sentence } from '#lib/words/number.ts';
import { besideSlot } from './audits/beside-slot.ts';
import { boardFigures } from './audits/board.ts';
import { askedByMember, memberSlot } from './audits/by-member.ts';
import { chosenSlot } from './audits/chosen-slot.ts';
import { auditsElsewhere } from './audits/elsewhere.ts';
import { auditEvidence } from './audits/evidence.ts';
import { firstSlot } from './audits/first-slot.ts';
import { gradesSlot } from './audits/grades-slot.ts';
import { auditLog } from './audits/log.ts';
import { message } from './audits/message.ts';
import { nationalPage } from './audits/national.ts';
import { partnershipPage } from './audits/partnership.ts';
import { auditQuestions } from './audits/questions.ts';
import { pairOfAction, sinceSlot } from './audits/since-slot.ts';
import { standardsSlot } from './audits/standards-slot.ts';
import { verdictOf } from './audits/verdict.ts';
import type { ViewMaker } from './maker.ts';

const ANY_DATE = '9999-12-31';

export const AUDITS: ViewMaker = {
  needs: { roles: [], terms: [] },
  make: async (context) => {
    const [evidenceIn, everIn, byMember, board] = await Promise.all([
      auditEvidence(context),
      auditEvidence(context, ANY_DATE),
      askedByMember(context),
      boardFigures(context)
    ]);
    const evidence = evidenceIn(context.area);
    const verdict = verdictOf(evidence);
    if (verdict.kind === 'nothing')
      return (
        partnershipPage(context, evidenceIn, board) ??
        nationalPage(context, auditsElsewhere(context, evidenceIn, everIn))
      );
    const log = auditLog(context);
    const { slot: members, apart } = memberSlot(context, byMember, evidence);
    const { text, ...rest } = message(evidence, verdict, log.decided);
    return {
      headline: { text: sentence(text), ...rest },
      slots: [
        firstSlot(context, evidence, verdict, log),
        chosenSlot(context, evidence, board),
        standardsSlot(context, evidence, verdict.judged, apart),
        ...[besideSlot(context, evidence), gradesSlot(context, evidence), members].flatMap(
          (slot) => slot ?? []
        ),
        sinceSlot(context, log, (action) => pairOfAction(action, verdict.judged.pairs), board)
      ],
      questions: auditQuestions(context, evidence, verdict, log)
    };
  }
};
