{{%AUTOESCAPE context="HTML"}}
{{#HAY_ARCHIVOS}}<h2>Lo que hay</h2>
<ul class="tareas">
{{#ARCHIVOS}}<li><div><a href="/evidencia/{{ID}}/archivo">Descargar {{NOMBRE}}</a>
<p class="hint">{{TIPO}}, {{KB:x-miles}} KB. {{CUANDO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}{{#HAY_PERSONAS}}. Lista de {{PERSONAS:x-miles}} {{PERSONAS:x-segun=persona/personas}}{{/HAY_PERSONAS}}</p></div>
{{#REPETIDA}}<span class="est OBSERVADA">El mismo archivo está en otra etapa</span>{{/REPETIDA}}</li>
{{/ARCHIVOS}}</ul>
{{/HAY_ARCHIVOS}}{{#NO_ARCHIVOS}}<div class="nota"><p>Todavía no hay evidencias.</p></div>
{{/NO_ARCHIVOS}}
