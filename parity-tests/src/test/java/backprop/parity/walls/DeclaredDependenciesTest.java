package backprop.parity.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a module declares is what its users have to download. */
class DeclaredDependenciesTest {
  @Test
  void loopsDeclareNoDependencyAtAll() throws Exception {
    assertThat(dependencies(TwinSource.module("loops"))).isEmpty();
  }

  @Test
  void matrixDeclaresCommonsMathAndNothingElse() throws Exception {
    assertThat(dependencies(TwinSource.module("matrix")))
        .containsExactly("org.apache.commons:commons-math3");
  }

  @Test
  void theParentHandsNoDependencyDown() throws Exception {
    assertThat(dependencies(TwinSource.module("."))).isEmpty();
  }

  /** The group and artifact of each dependency, whatever its scope. */
  private static List<String> dependencies(Path module) throws Exception {
    Path pom = module.resolve("pom.xml");
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    List<String> names = new ArrayList<>();
    for (Element dependencies : children(project, "dependencies")) {
      for (Element dependency : children(dependencies, "dependency")) {
        names.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
      }
    }
    return names;
  }

  private static String text(Element element, String name) {
    return children(element, name).get(0).getTextContent().strip();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }
}
