package org.obsenv.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            ts_wep v16.5.1: 2 commits ~ ts_wep v16.5.1: 2 commits
            _all_ of *it* ~ \\_all\\_ of \\*it\\*
            see [here](http://x) ~ see \\[here\\](http://x)
            <!channel> `rm` ~ \\<!channel\\> \\`rm\\`
            a|b & c ~ a\\|b \\& c
            # no heading ~ \\# no heading
            - no list ~ \\- no list
            1. no list ~ 1\\. no list
            03:13 obs1 ~ 03:13 obs1
            C:\\x ~ C:\\\\x
            """)
    void showsForeignTextAsItIs(String text, String written) {
        assertThat(Markdown.escaped(text)).isEqualTo(written);
    }
}
