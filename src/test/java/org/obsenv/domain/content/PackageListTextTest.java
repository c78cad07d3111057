package org.obsenv.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageListTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numpy==2.3.1                                       | numpy        | 2.3.1
            numpy===2.3.1+local                                | numpy        | 2.3.1+local
            numpy=2.3.1=py312h7ab1234_0                        | numpy        | 2.3.1
            numpy=2.3.1                                        | numpy        | 2.3.1
            numpy                     2.3.1   py312_0  conda-forge | numpy    | 2.3.1
            lsst-efd-client @ file:///tmp/client-1.0.whl       | lsst-efd-client | file:///tmp/client-1.0.whl
            -e git+https://github.com/a/b@c0ffee#egg=ts_wep    | ts_wep       | git+https://github.com/a/b@c0ffee
            afw                   g0a1b2c3d4+5e6f      current w_2026_45 setup | afw | g0a1b2c3d4+5e6f
            libc6:amd64           2.36-9+deb12u9               | libc6:amd64  | 2.36-9+deb12u9
            cwfs                  LOCAL:/opt/obs_env/cwfs      | cwfs         | LOCAL:/opt/obs_env/cwfs
            """)
    void readsTheFormsThatToolsPrint(String line, String name, String version) throws PackageListProblem {
        assertThat(parse(line + "\n").versions()).isEqualTo(Map.of(name, version));
    }

    @Test
    void passesOverHeadingsCommentsAndEmptyLines() throws PackageListProblem {
        assertThat(parse("""
                # packages in environment at /opt/lsst:
                #
                # Name                    Version                   Build  Channel

                Package    Version
                ---------- -------
                numpy      2.3.1
                """).versions()).isEqualTo(Map.of("numpy", "2.3.1"));
    }

    @Test
    void takesOnlyWhatDpkgHasInstalled() throws PackageListProblem {
        assertThat(parse("""
                Desired=Unknown/Install/Remove/Purge/Hold
                | Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
                |/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
                ||/ Name           Version      Architecture Description
                +++-==============-============-============-=================================
                ii  git            1:2.39.5-0   amd64        fast, scalable
                rc  old            1.0          amd64        removed
                hi  kept           1.1          all          on hold
                """).versions()).isEqualTo(Map.of("git", "1:2.39.5-0", "kept", "1.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy",
                "numpy>=2",
                "numpy==",
                "==2.3",
                "-r other.txt",
                "@EXPLICIT",
                "num\"py 1",
                "näme 1",
                "no list at all"
            })
    void whatIsNoPackageIsAComplaintWithItsLine(String line) {
        assertThatThrownBy(() -> parse("astropy==7.1\n" + line + "\n"))
                .isInstanceOf(PackageListProblem.class)
                .hasMessageStartingWith("list.txt, line 2: expected a package and its version");
    }

    @Test
    void oneNameWithTwoVersionsIsAComplaint() {
        assertThatThrownBy(() -> parse("numpy==2.3\n\nnumpy==2.4\n"))
                .hasMessage("list.txt, line 3: numpy stands here a second time, with another version: 2.3 and 2.4");
    }

    @Test
    void nothingAndTooMuchAreNoLists() {
        assertThatThrownBy(() -> parse("# nothing\n")).hasMessage("list.txt: expected a list of packages, found none");
        assertThatThrownBy(() -> parse("a".repeat(PackageListText.LONGEST + 1)))
                .hasMessageStartingWith("list.txt: expected at most 1048576 characters");
    }

    private static PackageList parse(String text) throws PackageListProblem {
        return PackageListText.parse("list.txt", text);
    }
}
