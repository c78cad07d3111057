package org.obsenv.console.signoff;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.obsenv.console.acting.EndingBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.words.Words;

/** The chosen candidate on one screen: what it needs, from whom, and this person's one button. */
final class LeadPane extends VBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private static final double SEATS = 23;
    private static final double CHECKS = 36;
    private static final double HEADLINE = 24;

    private final SignOffViewModel model;
    private final Words words;
    private final Optional<Consumer<String>> tickets;
    private final Label title = Nodes.wrapped("", "verdict");
    private final TextFlow sub = new TextFlow();
    private final VBox alarms = new VBox();
    private final LadderPane ladder;
    private final Card seats;
    private final Card checks;
    private final PromotionCard promotion;
    private final CommentField comment;
    private final PrimaryButton primary;
    private final HBox quiet = new HBox();
    private final FormPane form;
    private final ImageChangesLink changed;
    private final KeptFocus focus;
    private String shownId = "";

    /**
     * @param tickets opens a ticket outside; empty where the site names no place for them
     * @param goOn gives the keyboard to what she goes on with when she has signed
     */
    LeadPane(SignOffViewModel model, Optional<Consumer<String>> tickets, Runnable goOn) {
        this.model = model;
        this.words = model.words();
        this.tickets = tickets;
        setId("lead");
        getStyleClass().add("page");
        title.setId("lead-title");
        sub.getStyleClass().add("lead-sub");
        alarms.getStyleClass().add("strips");
        VBox headline = new VBox(title, sub);
        headline.getStyleClass().add("headline");
        headline.setMinWidth(Nodes.em(HEADLINE));
        HBox.setHgrow(headline, Priority.ALWAYS);
        comment = new CommentField("sign-comment", words.text("sign.comment"));
        primary = new PrimaryButton(model, comment, goOn);
        form = new FormPane(model.run(), words, model.acts()::enter);
        ladder = new LadderPane(form::open);
        quiet.getStyleClass().add("lead-quiet");
        quiet.setAlignment(Pos.CENTER_RIGHT);
        HBox said = new HBox(comment, quiet);
        said.getStyleClass().add("lead-comment");
        said.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(comment, Priority.ALWAYS);
        VBox action = new VBox(primary, said);
        action.getStyleClass().add("lead-action");
        action.setAlignment(Pos.TOP_RIGHT);
        action.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(headline, action);
        head.getStyleClass().add("head");
        changed = new ImageChangesLink(model.changes());
        Button designate =
                Nodes.button(words.text("designate"), () -> model.designations().open(), "small");
        designate.setId("designate");
        Nodes.show(designate, !model.designations().seats().isEmpty());
        model.report().sightProperty().subscribe(sight -> {
            if (!(sight instanceof ReportSight.Closed)) {
                form.close();
            }
        });
        seats = new Card("stakeholders", words.text("stakeholders"));
        seats.beside(designate);
        checks = new Card("checks", words.text("checks"));
        promotion = new PromotionCard(model, form);
        VBox right = new VBox(checks, promotion);
        VBox.setVgrow(promotion, Priority.ALWAYS);
        right.getStyleClass().add("cards");
        HBox cards = new HBox(seats, right);
        cards.getStyleClass().add("cards");
        HBox.setHgrow(seats, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setPrefWidth(Nodes.em(CHECKS));
        // So wide that the longest of the usual titles stays in one line: five seats then fit on a small screen. No
        // wider
        // for its own sake: the checks need what is left.
        seats.setMinWidth(Nodes.em(SEATS));
        seats.setPrefWidth(Nodes.em(SEATS));
        VBox body = new VBox(ladder, cards);
        body.getStyleClass().add("lead-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        focus = new KeptFocus(scroll);
        getChildren()
                .addAll(
                        head,
                        new EndingBox("sign-off-ending", model.run(), words.text("cancel")),
                        form,
                        new ReportPane(model),
                        new DesignationsPane(model.designations()),
                        alarms,
                        scroll);
        model.pageProperty().subscribe(this::show);
    }

    /** Gives the keyboard to the link that says what changed. */
    void focusChanges() {
        changed.requestFocus();
    }

    private void show(Optional<LeadPage> shown) {
        // Disabled too: what is not to be seen is not to be reached by the keyboard.
        getChildren().forEach(each -> each.setOpacity(shown.isPresent() ? 1 : 0));
        setDisable(shown.isEmpty());
        shown.ifPresent(this::fill);
    }

    private void fill(LeadPage page) {
        focus.remember();
        if (!page.id().equals(shownId)) {
            // What was written about one candidate is not for another.
            comment.clear();
            form.close();
            model.report().close();
            shownId = page.id();
        }
        title.setText(page.title());
        title.pseudoClassStateChanged(UNKNOWN, page.isBad());
        sub.getChildren().clear();
        for (LeadPage.Piece each : page.sub()) {
            if (!sub.getChildren().isEmpty()) {
                sub.getChildren().add(text(words.text("lead.separator")));
            }
            sub.getChildren().add(piece(each));
        }
        alarms.getChildren()
                .setAll(page.alarms().stream()
                        .map(text -> {
                            Label label = Nodes.wrapped(text, "strip-text");
                            HBox strip = new HBox(label);
                            strip.getStyleClass().addAll("strip", page.isBad() ? "strip-bad" : "strip-warn");
                            return strip;
                        })
                        .toList());
        Nodes.show(alarms, !page.alarms().isEmpty());
        ladder.show(page.rungs(), page.desk().steps());
        seats.show(page.signed(), stakeholders(page));
        model.report().keepOnly(page.digest());
        checks.show(
                page.checksPassed(),
                new ChecksTable(
                        words.text("checks.repository"),
                        page.deployments(),
                        page.checks(),
                        page.desk().checks(),
                        form::open),
                Nodes.wrapped(page.lastCheck(), "dim", "card-note"),
                changed);
        promotion.show(page);
        primary.show(page);
        boolean signs = page.offer() instanceof Offer.Sign;
        Nodes.show(comment, signs);
        fillQuiet(page, signs);
        form.keepOnly(page.desk().forms());
        focus.restore();
    }

    private void fillQuiet(LeadPage page, boolean signs) {
        quiet.getChildren().clear();
        page.anew().ifPresent(tag -> {
            Node anew = Nodes.button(
                    words.text("propose.anew"), () -> model.proposal().open(tag), "small");
            anew.setId("propose-anew");
            quiet.getChildren().add(anew);
        });
        page.desk().objection().ifPresent(each -> {
            Node object = Nodes.button(each.opens(), () -> form.open(each), "small");
            object.setId("object");
            quiet.getChildren().add(object);
        });
        // While a signature is waited for, taking a proposal back is not what this corner is for.
        page.own().stream().filter(own -> !signs || own.isSignature()).limit(1).forEach(own -> {
            Node withdraw = Nodes.button(
                    words.text("withdraw", "act", own.title()),
                    () -> model.acts().act(new Deed.Withdrew(own.number(), Optional.empty())),
                    "small");
            withdraw.setId("withdraw");
            Hint.give(withdraw, own.when());
            quiet.getChildren().add(withdraw);
        });
        Nodes.show(quiet, !quiet.getChildren().isEmpty());
    }

    /** Closes what is being written; false when nothing was. */
    boolean escape() {
        return form.escape() || model.report().close() || model.designations().close();
    }

    /** The seats, and below them for whom else this person may sign. */
    private Node[] stakeholders(LeadPage page) {
        Stream<Node> rows = page.seats().stream().map(SeatPane::new);
        Stream<Node> received = model.designations().receivedProperty().get().stream()
                .map(text -> Nodes.wrapped(text, "dim", "card-note"));
        return Stream.concat(rows, received).toArray(Node[]::new);
    }

    private static Text text(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("lead-sub-text");
        return text;
    }

    private Node piece(LeadPage.Piece piece) {
        if (piece.ticket().isEmpty() || tickets.isEmpty()) {
            return text(piece.text());
        }
        Hyperlink link = new Hyperlink(piece.text());
        link.setOnAction(event -> tickets.get().accept(piece.ticket().get()));
        return link;
    }
}
