{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Deshacer lo que decidió</h1>
<p class="lead">{{#VALIDA}}Validó{{/VALIDA}}{{#NO_VALIDA}}Observó{{/NO_VALIDA}} {{CUANTAS}} {{CUANTAS:x-segun=etapa/etapas}} el {{CUANDO}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Durante unos minutos puede deshacer lo que acaba de decidir, completo. Cada etapa vuelve a como estaba y a su lugar en la revisión. Su decisión y que la deshizo quedan en el historial. Si alguien ya trabajó en una de ellas, no se deshace ninguna.</p></details>
{{#ABIERTA}}<div class="alerta"><p>{{CUANTAS:x-segun=Esta etapa vuelve/Estas etapas vuelven}} a como {{CUANTAS:x-segun=estaba/estaban}} antes de su decisión. Puede hacerlo hasta el {{HASTA}}.</p></div>
<form method="post" novalidate>{{>CSRF}}<div class="acc"><button>Deshacer</button> <a href="/servir/revision">No, volver a la revisión</a></div></form>
{{/ABIERTA}}{{#NO_ABIERTA}}<div class="nota"><p>{{#DESHECHA}}Esta decisión ya está deshecha.{{/DESHECHA}}{{#NO_DESHECHA}}{{#TARDE}}Ya pasó el tiempo para deshacerla: era hasta el {{HASTA}}. Si debe corregirse, un administrador puede devolver la etapa con su motivo.{{/TARDE}}{{#SIGUIO}}Ya no se puede deshacer: alguien siguió trabajando. Vea abajo en cuál.{{/SIGUIO}}{{/NO_DESHECHA}} <a href="/servir/revision">Volver a la revisión</a></p></div>
{{/NO_ABIERTA}}<table class="apila">
<caption class="vh">Etapas de esta decisión</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Etapa</th><th scope="col">Antes de su decisión</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/servidor/{{VINCULO_ID}}/ficha">{{NOMBRE}}</a> <span class="hint">{{ENTIDAD}}</span></th>
<td data-label="Etapa">{{ETAPA}}{{#HAY_MOTIVO}} <span class="hint">Usted observó: {{MOTIVO}}</span>{{/HAY_MOTIVO}}</td>
<td data-label="Antes de su decisión">{{VUELVE:x-palabra}}{{#HAY_FRENO}} <span class="est OBSERVADA">No se puede</span> {{FRENO}}{{/HAY_FRENO}}</td></tr>
{{/FILAS}}</tbody>
</table>
