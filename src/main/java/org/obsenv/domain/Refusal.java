package org.obsenv.domain;

import java.util.Locale;

/** Why a verb changed nothing. Each has its text in the bundle {@code endings}, under its written form. */
public enum Refusal {
    /** sudo or the site does not allow this person this verb. */
    NOT_PERMITTED,
    /** sudo asked for the password and got none. */
    NO_PASSWORD,
    /** sudo asked for the password and was given wrong ones only. */
    WRONG_PASSWORD,
    /** The process that started the verb is not sudo run by root. */
    NOT_THROUGH_SUDO,
    /** The request is not a document this verb takes; the facts name file, line and key. */
    BAD_REQUEST,
    /** The site file cannot be used; the facts name file, line and key. */
    BAD_SITE,
    /** The base list cannot be used; the facts name file, line and key, or the package. */
    BAD_LIST,
    /** The base list was changed since the person reviewed it; the facts say when and by whom. */
    LIST_CHANGED,
    /** The base list cannot be written where it is. */
    LIST_UNWRITABLE,
    /** No list was kept under that number, or it is not as it was kept. */
    NO_LIST_VERSION,
    /** A limit of the calling process (ulimit) is too low to act safely. */
    LIMIT_TOO_LOW,
    /** The environment's root, or a directory on the way to it, could be changed by somebody else. */
    UNTRUSTED_PATH,
    /** There is no generation layout at the root. */
    NOT_SET_UP,
    /** No base was ever built. */
    BASE_NOT_BUILT,
    /** Base was moved since the person looked. */
    BASE_MOVED,
    /** {@code current} was moved since the person looked. */
    SWITCH_MOVED,
    /** {@code current} already is where the verb would put it. */
    NOTHING_TO_DO,
    /** The generation to switch to is not whole. */
    GENERATION_DAMAGED,
    /** There is no such generation. */
    NO_GENERATION,
    /** It cannot be found good: it is not whole. */
    CANNOT_MARK,
    /** The environment has no such package. */
    NO_PACKAGE,
    /** A revision stands for no commit of its package, or for several. */
    NO_REVISION,
    /** A revision stands for another commit than the one the person saw. */
    REVISION_MOVED,
    /** The list of CSCs under test was changed since the person looked. */
    CSCS_CHANGED,
    /** The list of CSCs under test cannot be read, so it is not written over. */
    CSCS_UNREADABLE,
    /** The list of CSCs under test would weigh more than can be read. */
    CSCS_TOO_LARGE,
    /** No such CSC is under test. */
    NO_CSC,
    /** The list of CSCs under test is full. */
    TOO_MANY_CSCS,
    /** There is no such alarm, or it was raised anew since the person looked. */
    NO_ALARM,
    /** Somebody acknowledged the alarm already. */
    ALARM_ACKNOWLEDGED,
    /** The alarms cannot be read, so they are not written over. */
    ALARMS_UNREADABLE,
    /** An alarm is acknowledged with a note. */
    NOTE_MISSING,
    /** There is no mark to take back. */
    NOT_MARKED,
    /** A verb that needs to be told where it goes was told nothing. */
    UNAIMED,
    /** What would be done is no longer what the person saw. */
    PLAN_CHANGED,
    /** Nothing can be tidied away safely, or what was named is not there. */
    CANNOT_PRUNE,
    /** What stands at the root cannot be turned into the layout. */
    CANNOT_ADOPT,
    /** Somebody worked in a clone while the clones were taken in; no clone was exchanged. */
    CLONES_CHANGED,
    /** Another verb holds the lock and could not be ended. */
    BUSY,
    /** The root is mounted read-only here. */
    READ_ONLY,
    /** A pin or head could not be resolved, fetched, checked or exported; the facts name the package. */
    CANNOT_BUILD,
    /** No such head is refused now: it was taken in meanwhile, or another one is refused. */
    NOT_REFUSED,
    /** The head is not safe to have on the disk; nobody can let it pass. */
    CANNOT_LET_PASS,
    /** What was asked for is only done with a reason. */
    REASON_MISSING,
    /** The site file says nothing about sign-offs. */
    NO_SIGN_OFF,
    /** There is no store of sign-offs, and the account may not make it. */
    STORE_MISSING,
    /** A document of the store cannot be used: broken, or not as it was sealed; the facts say where. */
    STORE_DAMAGED,
    /** A document of the store has fewer acts than its index or the caller knows of: an older copy was put back. */
    STORE_BEHIND,
    /** The key that seals is missing, unreadable, or not the one that acts were sealed with. */
    KEY_UNUSABLE,
    /** There is no room for one more act. */
    NO_ROOM,
    /** Something was done about the candidate since the person looked. */
    LEDGER_MOVED,
    /** The candidate is proposed for another image than the one the person means. */
    DIGEST_MOVED,
    /** A tag that is neither a weekly nor a release is not recommended. */
    NOT_A_CANDIDATE,
    /** It is proposed already. */
    ALREADY_PROPOSED,
    UNKNOWN_CANDIDATE,
    /** It was withdrawn or promoted. */
    CANDIDATE_CLOSED,
    /** No such seat, meeting, repository or deployment in the site file. */
    UNKNOWN_NAME,
    /** The seat is somebody else's, and she did not let this person sign in it now. */
    NOT_YOUR_SEAT,
    /** Results of these notebooks are for their owners to enter. */
    NOT_OWNER,
    /** Meetings, tickets and nodes are for named people to record. */
    NOT_RECORDER,
    /** The site wants nobody to acknowledge what she proposed herself. */
    SELF_SIGN,
    /** Checks are missing or failing, and the site wants them first. */
    CHECKS_OPEN,
    /** That was done already, and still counts. */
    ALREADY_RECORDED,
    /** The seat's own objection is not withdrawn. */
    OBJECTION_STANDS,
    /** An objection says why. */
    COMMENT_MISSING,
    /** As many lists of packages are attached to the candidate as there may be. */
    TOO_MANY_LISTS,
    /** The act is somebody else's. */
    NOT_YOUR_ACT,
    /** No such act, or one that was or cannot be withdrawn. */
    NOTHING_TO_WITHDRAW,
    /** Sessions of this window are for named people to confirm, move, cancel and add. */
    NOT_WINDOW_MANAGER,
    /** The window has no such session. */
    UNKNOWN_SESSION,
    /** The session was over long ago, or would have been. */
    SESSION_OVER,
    /** The session does not take place, so it cannot overrun. */
    SESSION_CANCELLED,
    /** The session stands so already. */
    SESSION_SAID,
    /** The session would be too far from where its rule has it, or from now. */
    SESSION_TOO_FAR,
    /** The session would be longer than any is. */
    SESSION_TOO_LONG,
    /** The session would not end later than it does. */
    NO_OVERRUN,
    /** The site's ladder ends without a promotion. */
    NO_PROMOTION,
    /** The site file says nothing about images, so there is no tag to move. */
    NO_IMAGES,
    /** Steps of the ladder are not done. */
    NOT_AGREED,
    /** The image is not on all nodes of every deployment. */
    NOT_PULLED,
    /** No maintenance window is open; the facts name the next. */
    WINDOW_CLOSED,
    /** No maintenance window is open, and none is planned. */
    NO_WINDOW,
    /** A window is open by its rule, but nobody confirmed that it takes place. */
    WINDOW_TENTATIVE,
    /** The candidate's tag means another image than the one that was agreed to. */
    TAG_ELSEWHERE,
    /** The recommended tag means another image than the one the person saw. */
    RECOMMENDED_MOVED,
    /** The candidate is not the recommended one, so there is nothing to put back. */
    NOT_RECOMMENDED,
    /** Nothing was recommended before it, as far as the record says. */
    NOTHING_REPLACED,
    /** No move of the recommended tag is under way. */
    NOTHING_ORDERED,
    /** The move was ordered already, and is somebody's to do by hand. */
    ALREADY_ORDERED,
    /** The recommended tag does not mean the image of the order, yet or any more. */
    NOT_MOVED,
    /** There is no such image where the images are. */
    IMAGE_GONE,
    /** The registry or the list of images gives no answer that can be used. */
    IMAGES_SILENT,
    /** The registry's credentials cannot be used: missing, unreadable, or readable by others. */
    CREDENTIALS_UNUSABLE;

    /** Lower case with hyphens, as in the protocol and the bundle. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
