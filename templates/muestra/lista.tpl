{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Muestras al azar</h1>
<p class="lead">Etapas elegidas por sorteo para verificarlas una por una.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Sortee una muestra y verifique cada etapa con su evidencia. La semilla queda guardada: con ella cualquiera repite el sorteo y obtiene las mismas etapas, también fuera del portal.</p></details>
{{#PUEDE_SORTEAR}}<div class="acc"><a class="btn" href="/muestra/nueva">Sortear una muestra</a></div>
{{/PUEDE_SORTEAR}}{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Muestras, de la más nueva a la más antigua</caption>
<thead><tr><th scope="col">Muestra</th><th scope="col">Sorteada</th><th scope="col" class="num">Etapas</th><th scope="col" class="num">De</th><th scope="col" class="num">Verificadas</th><th scope="col" class="num">No conformes</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/muestra/{{ID}}/ficha">{{NOMBRE}}</a></th>
<td data-label="Sorteada">{{CUANDO}}{{#HAY_QUIEN}} <span class="hint">{{QUIEN}}</span>{{/HAY_QUIEN}}</td>
<td data-label="Etapas" class="num">{{TAMANO}}</td><td data-label="De" class="num">{{POBLACION:x-miles}}</td>
<td data-label="Verificadas" class="num">{{VERIFICADAS}}</td><td data-label="No conformes" class="num">{{NO_CONFORMES}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Todavía no se sorteó ninguna muestra.</p></div>
{{/NO_FILAS}}<p class="noimp"><a href="/servir/revision">Volver a la revisión</a></p>
