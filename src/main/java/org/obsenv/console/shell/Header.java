package org.obsenv.console.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.obsenv.console.support.Hint;
import org.obsenv.console.support.Nodes;
import org.obsenv.console.support.Times;
import org.obsenv.site.Site;
import org.obsenv.words.Words;

/** Which site this is, how formal, where its files are, what time it is, who sits here. */
final class Header extends HBox {
    private final Site site;
    private final Words words;
    private final Label utc = Nodes.whole("", "utc");
    private final Label siteTime = Nodes.whole("", "site-time");
    private final Label window = Nodes.label("", "site-time");
    private final WindowCountdown countdown;
    private final Label person = Nodes.whole("", "tag", "person");

    Header(Site site, Words words) {
        this.site = site;
        this.words = words;
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label name = Nodes.label(words.text("header.site", "site", site.name()), "site");
        Label tier = Nodes.whole(site.tier().written().toUpperCase(Locale.ROOT), "tier");
        tier.setAccessibleText(words.text("header.tier", "tier", site.tier().written()));
        Label root = Nodes.label(site.root().toString(), "root-path");
        Hint.give(root, words.text("header.root"));
        HBox clock = new HBox(utc, Nodes.whole(words.text("header.utc"), "utc-name"));
        clock.getStyleClass().add("clock");
        clock.setAlignment(Pos.CENTER);
        // Windows are for promoting images; where none are signed off nobody waits for one.
        countdown = new WindowCountdown(site.signOff().isPresent() ? site.windows() : List.of(), words);
        window.setId("window");
        getChildren().addAll(new AppSign(), name, tier, root, Nodes.spring(), window, clock, siteTime, person);
        Nodes.show(siteTime, !site.zone().normalized().equals(ZoneOffset.UTC));
    }

    void tick(Instant now) {
        String opening = countdown.at(now);
        window.setText(opening);
        Nodes.show(window, !opening.isEmpty());
        Hint.give(window, countdown.hint());
        utc.setText(Times.clock(now));
        siteTime.setText(Times.atSite(now, site.zone()));
    }

    void showPerson(String text) {
        person.setText(text);
        person.setAccessibleText(words.text("header.person", "person", text));
    }

    /** A menu of its own, such as the demo's, before the clock. */
    void addMenu(String title, List<MenuItem> items) {
        MenuButton menu = new MenuButton(title);
        menu.setId("extras");
        menu.getStyleClass().add("quiet-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().addAll(items);
        List<Node> children = getChildren();
        children.add(children.size() - 4, menu);
    }
}
