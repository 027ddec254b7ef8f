{{%AUTOESCAPE context="HTML"}}
<h1>Gestores y su carga</h1>
<p class="lead">Cuántas entidades acompaña cada gestor, cómo están y qué se le atrasó.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Compare la carga de los gestores y vea si quedan entidades sin nadie. Cada número abre su lista. Para mover entidades de un gestor a otro, use «Asignar entidades»: la historia se conserva.</p></details>
{{#FALTA_ASIGNAR}}<div class="alerta"><p><a href="/seguimiento/cartera?gestor=SIN">{{SIN_GESTOR}} {{SIN_GESTOR:x-segun=entidad/entidades}}</a> no tienen gestor.</p></div>
{{/FALTA_ASIGNAR}}{{#NINGUNO}}<div class="nota"><p>Nadie tiene hoy el rol de gestor.{{#PUEDE_ASIGNAR}} <a href="/usuario/nuevo">Dé una cuenta con ese rol</a>.{{/PUEDE_ASIGNAR}}</p></div>
{{/NINGUNO}}{{#PUEDE_ASIGNAR}}<div class="acc"><a class="btn" href="/seguimiento/asignar">Asignar entidades</a></div>
{{/PUEDE_ASIGNAR}}<table class="apila">
<caption class="vh">Carga de cada gestor</caption>
<thead><tr><th scope="col">Gestor</th><th scope="col" class="num">Entidades</th><th scope="col" class="num">En rojo</th><th scope="col" class="num">En ámbar</th><th scope="col" class="num">En verde</th><th scope="col" class="num">Contactos en 30 días</th><th scope="col" class="num">Compromisos vencidos</th><th scope="col" class="num">Consultas por responder</th><th scope="col" class="num">Fuera de plazo</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/seguimiento/cartera?gestor={{GESTOR:url_query_escape}}">{{#HAY_NOMBRE}}{{NOMBRE}}{{/HAY_NOMBRE}}{{#NO_NOMBRE}}Sin gestor{{/NO_NOMBRE}}</a></th>
<td data-label="Entidades" class="num">{{ENTIDADES:x-miles}}</td>
<td data-label="En rojo" class="num"><a href="/seguimiento/cartera?luz=ROJO&amp;gestor={{GESTOR:url_query_escape}}">{{ROJAS:x-miles}}</a></td>
<td data-label="En ámbar" class="num"><a href="/seguimiento/cartera?luz=AMBAR&amp;gestor={{GESTOR:url_query_escape}}">{{AMBARES:x-miles}}</a></td>
<td data-label="En verde" class="num"><a href="/seguimiento/cartera?luz=VERDE&amp;gestor={{GESTOR:url_query_escape}}">{{VERDES:x-miles}}</a></td>
<td data-label="Contactos en 30 días" class="num">{{CONTACTOS:x-miles}}</td>
<td data-label="Compromisos vencidos" class="num">{{COMPROMISOS_VENCIDOS:x-miles}}</td>
<td data-label="Consultas por responder" class="num">{{CONSULTAS:x-miles}}</td>
<td data-label="Fuera de plazo" class="num">{{CONSULTAS_VENCIDAS:x-miles}}</td></tr>
{{/FILAS}}</tbody>
</table>
