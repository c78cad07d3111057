package org.obsenv.site;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Tier;
import org.obsenv.domain.changes.TicketRule;
import org.obsenv.domain.window.WindowRule;

/**
 * What the site file says, defaults filled in.
 *
 * @param name the site's name, as people say it
 * @param tier how formal; empty where no site file says it
 * @param zone the site's local time
 * @param packages in the order of the file; {@link SwitchSite} leaves them unread, and then whoever asks gets an
 *     {@link IllegalStateException}, never an empty list
 * @param tickets how they are spelled, and where they are; every rule has a link where {@code links} has one for tickets
 * @param afterRollback what observers do after a roll back; {@code {time}} stands for the time of the switch
 */
public record Site(
        String name,
        Optional<Tier> tier,
        ZoneId zone,
        Path root,
        Path baseList,
        List<SharedPackage> packages,
        Accounts accounts,
        Launch launch,
        ConsoleSettings console,
        SyncSettings sync,
        Optional<Contact> contact,
        List<String> afterRollback,
        WebLinks links,
        List<TicketRule> tickets,
        List<WindowRule> windows,
        Optional<ImageSite> images,
        Optional<SignOffSite> signOff) {
    public Site {
        packages = packages instanceof UnreadPackages ? packages : List.copyOf(packages);
        afterRollback = List.copyOf(afterRollback);
        tickets = List.copyOf(tickets);
        windows = List.copyOf(windows);
    }

    /** The package of that name, matched whole. */
    public Optional<SharedPackage> find(PackageName wanted) {
        return packages.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** The words that start a verb of that written name. */
    public List<String> command(String verb) {
        return command(verb, accounts.environment());
    }

    /** The words that start {@code signoff}; where the site wants the password, sudo is not told never to ask. */
    public List<String> signOffCommand() {
        boolean asks = signOff.filter(SignOffSite::asksPassword).isPresent();
        return command("signoff", accounts.ledger()).stream()
                .filter(word -> !asks || !word.equals("-n"))
                .toList();
    }

    /** The program that asks for a password in a window, beside the verbs, where root alone may write. */
    public Path askpass() {
        return launch.verbs().resolve("askpass");
    }

    private List<String> command(String verb, String account) {
        List<String> command = new ArrayList<>();
        for (String word : launch.prefix()) {
            command.add(word.replace("{account}", account));
        }
        command.add(launch.verbs().resolve(verb).toString());
        return command;
    }

    /** The same for a person to type: by hand sudo may ask for a password, which {@code -n} forbids. */
    public String typedCommand(String verb) {
        return typed(command(verb));
    }

    /** The same of {@code signoff}. */
    public String typedSignOff() {
        return typed(signOffCommand());
    }

    private static String typed(List<String> command) {
        return String.join(
                " ", command.stream().filter(word -> !word.equals("-n")).toList());
    }

    public List<PackageName> packageNames() {
        return packages.stream().map(SharedPackage::name).toList();
    }
}
